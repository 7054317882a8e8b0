"""What the deputies of an oblast akim, the chief inspectors and the apparatus of the oblast did, and the akim's instructions."""

from country.assignments import between, instruction, pick, some_workday
from country.days import DAYS, MONTHS, WRITTEN, YEAR, month_begins, month_of, months_of, weeks_of, workday, working_days
from country.words import title

INSTRUCTIONS = 0.031  # for each assignment of its districts


class Plan:
    """The days of a region's year that its schedules and its diaries both tell of."""

    def __init__(self, region, rnd):
        districts = region.districts
        self.visits = {}  # of a deputy: the day and the district; each has a weekday of his own, so that no two are away at once
        for number, deputy in enumerate(region.deputies):
            self.visits[deputy] = [
                (pick(rnd, days_of_week(month, number + 1)), districts[(4 * month + 3 * number) % len(districts)])
                for month in MONTHS]
        self.inspections = {}  # of an inspector: the day and the okrugs, twice a month, all of them in a year
        for number, inspector in enumerate(region.inspectors):
            okrugs = [(district, okrug) for district in districts[number::3] for okrug in district.okrugs]
            okrugs = okrugs or [(districts[0], None)]
            at_once = -(-len(okrugs) // 24)
            self.inspections[inspector] = [
                (some_workday(rnd, month_begins(month) + first, month_begins(month) + first + 8),
                 [okrugs[(at_once * (2 * month + half) + which) % len(okrugs)] for which in range(at_once)])
                for month in MONTHS for half, first in ((0, 3), (1, 16))]
        self.hours = [(pick(rnd, month_of(month)[8:16]), region.deputies[month % 4]) for month in MONTHS]

    @staticmethod
    def of_quarter(quarter, planned):
        return [(which, *one) for which, one in enumerate(planned) if (DAYS[one[0]].month + 2) // 3 == quarter]


def days_of_week(month, weekday):
    begins = month_begins(month) + 7
    return [on for on in working_days(begins, begins + 20) if DAYS[on].weekday() == weekday]


def settlements(okrugs):
    return [settlement for _, okrug in okrugs if okrug for settlement in okrug.settlements]


# ---- meetings -------------------------------------------------------------------------------------------------------------------

UNDONE = ["undone-work", "missed-indicators", "unfulfilled-instructions", "problems"]


def apparatus(rnd, region, quarter, faults):
    return [{
        "id": f"{deputy}/AM-{week:02}", "type": "apparatus", "by": deputy,
        "date": WRITTEN[pick(rnd, working_days(max(monday, month_begins(1)), monday + 6))], "title": title(rnd, region.places),
        "participants": ["sector-unit-head", "department-representative"],
        "topics": ["sector-work-progress", "oblast-akim-instructions"],
        "documents": [{"document": "sector-unit-information", "contents": UNDONE}],
        "minutes": {"contents": ["decision", "assessment"]}}
        for deputy in region.deputies for monday, week in weeks_of(quarter) if rnd() >= faults]


MONTH_RESULTS = ["month-results", "missed-indicators-by-territory", "unfulfilled-instructions-by-territory", "sector-assessment",
                 "work-to-do"]


def extended(rnd, region, month):
    return [{
        "id": f"{deputy}/EM-{month:02}", "type": "extended-apparatus", "by": deputy,
        "date": WRITTEN[some_workday(rnd, workday(month_begins(month) - 1, 3), month_begins(month) + 9)],
        "period": WRITTEN[month_begins(month) - 1][:7], "title": title(rnd, region.places), "format": "conference-line",
        "participants": ["sector-unit-head", "district-deputy-akim", "department-head", "oblast-department"],
        "documents": [{"document": "sector-unit-execution-information", "contents": ["proposed-measures"]}],
        "minutes": {"contents": MONTH_RESULTS}, "steps": {"statistics-published": WRITTEN[workday(month_begins(month) - 1, 2)]}}
        for deputy in region.deputies]


def on_the_air(rnd, region, plan, quarter):
    """The akimdik hour, one deputy a month in turn; a briefing of each in a quarter."""
    held = [{
        "id": f"{region.id}/AH-{which:02}", "type": "akimdik-hour", "by": deputy, "date": WRITTEN[on], "format": "live",
        "channels": ["oblast-television"], "plan": f"{region.id}/BS",
        "announcement": ["speaker-name", "speaker-sector", "time", "contact-for-questions"],
        "steps": {"announced": {"date": WRITTEN[on - between(rnd, 3, 6)], "through": "oblast-media"}}}
        for which, on, deputy in plan.of_quarter(quarter, plan.hours)]
    for deputy in region.deputies:
        on = pick(rnd, month_of(months_of(quarter)[1]))
        held.append({
            "id": f"{deputy}/B-{quarter}", "type": "briefing", "by": deputy, "date": WRITTEN[on],
            "venue": "regional-communications-service", "topics": ["work-done", "decisions-taken", "questions-answered"],
            "steps": {"announced": {"date": WRITTEN[on - between(rnd, 3, 5)], "through": "oblast-media"},
                      "results-published": {
                          "date": WRITTEN[workday(on, 1)], "through": ["press", "internet", "social-networks"]}}})
    return held


# ---- visits ---------------------------------------------------------------------------------------------------------------------

def district_visits(rnd, region, plan, quarter, faults):
    return [{
        "id": f"{deputy}/V-{which + 1:02}", "type": "district-visit", "by": deputy, "date": WRITTEN[on],
        "title": title(rnd, district.places), "places": [district.id], "plan": f"{deputy}/VS-{quarter}",
        "participants": ["department-representative"], "hours-on-site": 8,
        "activities": ["residents", "reception", "site-tour", "sector", "visit-special-meeting"],
        "announcement": ["residents-meeting-time", "residents-meeting-place"],
        "steps": {"announced": {"date": WRITTEN[on - (3 if rnd() < faults else between(rnd, 5, 9))],
                                "through": ["district-press", "district-akim-site", "social-networks"]}}}
        for deputy in region.deputies for which, on, district in plan.of_quarter(quarter, plan.visits[deputy])]


INSPECTED = ["social-programmes", "production-sectors", "social-sectors", "akim-indicators-and-instructions", "akim-relations",
             "complaints-to-akim", "complaints-about-officials", "corruption-and-ethics-survey", "cleanliness-and-landscaping",
             "fourth-level-budget", "other-problems"]


def inspections(rnd, region, plan, quarter):
    made = []
    for inspector in region.inspectors:
        for which, on, okrugs in plan.of_quarter(quarter, plan.inspections[inspector]):
            told = on - between(rnd, 5, 8)
            made.append({
                "id": f"{inspector}/V-{which:02}", "type": "inspection-visit", "by": inspector, "date": WRITTEN[on],
                "places": settlements(okrugs) or [okrugs[0][0].id], "plan": f"{inspector}/VS-{quarter}",
                "activities": ["residents", "reception"], "topics": INSPECTED,
                "steps": {"announced": {"date": WRITTEN[told], "through": "district-press"},
                          "notified": {"date": WRITTEN[told], "addressee": "resident"}}})
    return made


# ---- papers ---------------------------------------------------------------------------------------------------------------------

def references(rnd, region, plan, quarter, faults):
    made = []
    for inspector in region.inspectors:
        for which, on, okrugs in plan.of_quarter(quarter, plan.inspections[inspector]):
            drafted = workday(on, 6 if rnd() < faults else between(rnd, 3, 5))
            akims = sorted({district.akim for district, _ in okrugs}) + [okrug.akim for _, okrug in okrugs if okrug]
            shown = {"date": WRITTEN[workday(drafted, 1)]}
            made.append({
                "id": f"{inspector}/REF-{which:02}", "type": "reference", "by": inspector, "visit": f"{inspector}/V-{which:02}",
                "title": title(rnd, region.places), "places": settlements(okrugs), "copies": 3, "signed-by": [inspector],
                "contents": ["statistics-by-sector", "progress-of-indicators-and-instructions", "causes",
                             "akim-executive-discipline", "residents-concerns", "problems", "proposals"],
                "steps": {"study-ended": WRITTEN[on], "drafted": WRITTEN[drafted], "acquainted": {**shown, "by": akims},
                          "copy-left": {**shown, "addressee": akims},
                          "submitted": {**shown, "addressee": region.akim},
                          "sent": {**shown, "addressee": "oblast-deputy-akim"}}})
    return made


def schedules(region, plan, quarter):
    begins, name = month_begins(months_of(quarter)[0]), f"{YEAR}-Q{quarter}"
    made = [{
        "id": f"{deputy}/VS-{quarter}", "type": "visit-schedule", "by": deputy, "period": name,
        "channels": ["oblast-media", "district-media", "oblast-akim-site", "district-akim-site"],
        "steps": {"approved": {"date": WRITTEN[workday(begins, -4)], "by": region.akim}},
        "entries": [{"date": WRITTEN[on], "by": deputy, "places": [district.id]}
                    for _, on, district in plan.of_quarter(quarter, plan.visits[deputy])]} for deputy in region.deputies]
    made += [{
        "id": f"{inspector}/VS-{quarter}", "type": "visit-schedule", "by": inspector, "period": name,
        "channels": ["local-media", "oblast-akim-site", "district-akim-site"],
        "steps": {"approved": {"date": WRITTEN[workday(begins, -4)], "by": region.head}},
        "entries": [{"date": WRITTEN[on], "by": inspector, "places": settlements(okrugs) or [okrugs[0][0].id]}
                    for _, on, okrugs in plan.of_quarter(quarter, plan.inspections[inspector])]}
        for inspector in region.inspectors]
    if quarter == 1:
        made.append({
            "id": f"{region.id}/BS", "type": "broadcast-schedule", "by": region.press, "period": str(YEAR),
            "steps": {"agreed": {"date": WRITTEN[workday(begins, -3)], "by": region.press}},
            "entries": [{"date": WRITTEN[on], "by": deputy} for on, deputy in plan.hours]})
    return made


def reports(rnd, region, quarter):
    made = []
    for month in months_of(quarter):
        told = {"type": "report", "period": f"{YEAR}-{month:02}", "steps": {"reported": WRITTEN[pick(rnd, month_of(month)[-5:])]}}
        made.append({"id": f"{region.id}/AR-{month:02}", "by": region.head, "subject": "algorithm-execution", **told})
        made += [{"id": f"{deputy}/R-{month:02}", "by": deputy, "subject": "visit-results", "documents": ["minutes"], **told}
                 for deputy in region.deputies]
    return made


def instructions(rnd, region, quarter, faults):
    days = [on for month in months_of(quarter) for on in month_of(month)]
    number = round(INSTRUCTIONS / 4 * sum(district.stream for district in region.districts))
    return [instruction(rnd, region, f"{region.id}/05-2/{quarter}{which:05}", days[which * len(days) // number], faults)
            for which in range(number)]


def meetings_of(rnd, region, plan, quarter, faults):
    held = apparatus(rnd, region, quarter, faults) + on_the_air(rnd, region, plan, quarter)
    for month in [*months_of(quarter), *([13] if quarter == 4 else [])]:
        held += extended(rnd, region, month)
    return held


def visits_of(rnd, region, plan, quarter, faults):
    return district_visits(rnd, region, plan, quarter, faults) + inspections(rnd, region, plan, quarter)


def assignments_of(rnd, region, plan, quarter, faults):
    return (schedules(region, plan, quarter) + reports(rnd, region, quarter) + references(rnd, region, plan, quarter, faults)
            + instructions(rnd, region, quarter, faults))
