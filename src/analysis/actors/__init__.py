"""Actors: the names in a text, who they are, and who is meant by what else refers to them."""

from analysis.actors.actor import LocalActor, Mention
from analysis.actors.known import KnownActor, known_actors
from analysis.actors.mentions import read_mentions
from analysis.actors.names import Name, find_names, read_names
from analysis.actors.relate import relate_actors
from analysis.actors.roster import Roster, load_roster

__all__ = [
    "KnownActor",
    "LocalActor",
    "Mention",
    "Name",
    "Roster",
    "find_names",
    "known_actors",
    "load_roster",
    "read_mentions",
    "read_names",
    "relate_actors",
]
