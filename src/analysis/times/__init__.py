"""Times: expressions of time in English news, their TIMEX3 values and calendar intervals."""

from analysis.times.find import Time, find_times, read_times
from analysis.times.published import Published, parse_published, read_date, refusal

__all__ = ["Published", "Time", "find_times", "parse_published", "read_date", "read_times", "refusal"]
