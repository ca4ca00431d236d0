"""Places where people advise in person (ids of `knowledge/contacts`)."""

from __future__ import annotations

#: Named when no counsellor can be reached from the chat, or none answered in time.
PEOPLE = ("patient_advice", "liga", "health_point_grohn", "health_point_huchting")
#: Topics on which a person is offered with the answer itself, not only by a button.
OFFERED_FIRST = frozenset({"domestic_violence", "bereavement", "discrimination"})
