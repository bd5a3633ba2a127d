"""Charts: a table in, a chart out that shows itself in a notebook with its words and its numbers."""

from analysis.charts.balance import balance
from analysis.charts.chart import Chart
from analysis.charts.chronology import timeline
from analysis.charts.eventtable import event_table
from analysis.charts.htmltable import Table, table
from analysis.charts.means import opinion_means
from analysis.charts.mentions import actor_mentions
from analysis.charts.opinions import opinion_matrix
from analysis.charts.pairs import co_mentions
from analysis.charts.plans import planned_events
from analysis.charts.presence import actors_by_article
from analysis.charts.publication import publication_dates
from analysis.charts.tone import tone_by_article
from analysis.charts.voices import speakers

__all__ = [
    "Chart",
    "Table",
    "actor_mentions",
    "actors_by_article",
    "balance",
    "co_mentions",
    "event_table",
    "opinion_matrix",
    "opinion_means",
    "planned_events",
    "publication_dates",
    "speakers",
    "table",
    "timeline",
    "tone_by_article",
]
