"""Events: who did what to whom, when, and whether it happened; and the chronology that all articles tell together."""

from analysis.events.balance import balance
from analysis.events.chronology import build_chronology
from analysis.events.dateline import read_story_times
from analysis.events.event import Event
from analysis.events.key_dates import key_dates
from analysis.events.read import find_events, read_events

__all__ = ["Event", "balance", "build_chronology", "find_events", "key_dates", "read_events", "read_story_times"]
