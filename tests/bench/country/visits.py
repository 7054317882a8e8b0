"""Where the akims went: tours of okrugs and settlements, working trips, business trips."""

from country.assignments import between, pick
from country.days import WRITTEN, month_begins, month_of, months_of, weeks_of, workday, working_days
from country.meetings import form_of_minutes
from country.words import ASSESSMENTS, DECISIONS, Quoted, title

OPINIONS = ["opinion-on-rural-akim", "opinion-on-police-officer", "opinion-on-school", "opinion-on-kindergarten"]
OF_BUSINESS = ["employment", "production-capacity", "labour-productivity", "raw-materials", "land-use"]
RESULTS = ["rural-akim-assessment", "tax-collection-analysis", "revenue-assessment", "revenue-target",
           "credit-and-business-demand", "deputy-assessment", "department-assessment", "credit-work-assessment"]
LAND = ["area", "quality", "present-use", "number-of-users", "users-means", "second-leases", "irrigated-land-growth",
        "demand-for-land", "pasture-supply"]


def okrug_tour(rnd, district, number, planned, faults):
    """All settlements of an okrug in a day; the residents know of it three days before."""
    on, okrug = planned
    told = on - (2 if rnd() < faults else between(rnd, 3, 6))
    return {
        "id": number, "type": "okrug-tour", "by": district.akim, "date": WRITTEN[on], "title": title(rnd, [okrug.names]),
        "places": list(okrug.settlements), "plan": district.diary.tour_plan(district.diary.quarter_of(on)),
        "participants": ["district-deputy-akim", "department-head", "rural-akim"],
        "activities": ["residents", "business-meeting", "rural-akim-report"], "results": RESULTS, "notice": ["date", "time"],
        "stops": [{"place": settlement, "date": WRITTEN[on], "notified": WRITTEN[told],
                   "activities": ["residents", "business-meeting"], "topics": [*OPINIONS, *OF_BUSINESS, "other-problems"],
                   "results": ["financing-order"]}
                  for settlement in okrug.settlements],
        "topics": [{"topic": topic, "assessment": Quoted(pick(rnd, ASSESSMENTS)), "decision": Quoted(pick(rnd, DECISIONS)),
                    "due": WRITTEN[workday(on, between(rnd, 10, 30))], "executors": [okrug.akim]} for topic in OF_BUSINESS[:3]],
        "documents": ["tour-information", "minutes", {"document": "land-use-report", "contents": LAND},
                      {"document": "rural-budget-report", "contents": ["receipts", "spending"]}],
        "minutes": {"questions": 3},
        "steps": {"notified": {"date": WRITTEN[told], "addressee": ["resident", "entrepreneur", "peasant-farm"]},
                  "sent": {"date": WRITTEN[workday(on, 3)], "addressee": "chief-inspector"}}}


def working_trip(rnd, district, number, on, faults):
    submitted = workday(on, -between(rnd, 5, 6))
    made = workday(on, 2 if rnd() < faults else 1)
    places = [pick(rnd, district.okrugs).id for _ in range(2)] if district.okrugs else [district.id]
    return {
        "id": number, "type": "working-trip", "by": district.akim, "date": WRITTEN[on], "title": title(rnd, district.places),
        "places": sorted(set(places)), "activities": ["site-tour", "residents"],
        "documents": ["draft-programme", "socio-economic-reference", "public-political-reference", "theme-materials",
                      "problem-questions", "site-passports", "resource-confirmation", "registration-list",
                      {"document": "draft-instructions", "agreed-by": district.deputies[0], "contents": "due-dates"},
                      {"document": "press-note", "languages": ["kk", "ru"]}],
        "materials": {"solutions-per-problem": 2, "site-named": True},
        "channels": ["district-press", "regional-media", "electronic-media"], "instructions-given": True,
        "minutes": {"instructions": between(rnd, 2, 6), "executors": ["department-head", "rural-akim"],
                    **form_of_minutes(district)},
        "steps": {
            "notified": WRITTEN[workday(on, -between(rnd, 7, 9))], "materials-submitted": WRITTEN[submitted],
            "materials-sent-for-check": WRITTEN[workday(submitted, between(rnd, 1, 2))],
            "dossier-handed-over": [{"date": WRITTEN[workday(on, -2)], "addressee": district.head},
                                    {"date": WRITTEN[workday(on, -2)], "addressee": district.assistant}],
            "dossier-agreed": WRITTEN[workday(on, -2)], "minutes-drafted": WRITTEN[workday(on, 1)],
            "report-prepared": WRITTEN[made], "press-note-published": WRITTEN[workday(on, 1)],
            "coverage-published": WRITTEN[workday(on, 1)]}}


def business_trip(rnd, district, number, begins, faults):
    who = pick(rnd, district.departments)
    ends = begins + between(rnd, 1, 3)
    permitted = workday(begins, -2)
    return {
        "id": number, "type": "business-trip", "by": who, "person": [who], "from": WRITTEN[begins], "to": WRITTEN[ends],
        "title": title(rnd, district.places), "destination": "oblast-centre", "funding": "budget",
        "documents": [{"document": "service-note", "contents": ["trip-dates", "purpose", "nights", "route", "substitute"]}],
        "steps": {"trip-note-submitted": WRITTEN[workday(begins, -2 if rnd() < faults else -3)],
                  "permitted": {"date": WRITTEN[permitted], "by": district.head}, "order-issued": WRITTEN[permitted],
                  "reported": WRITTEN[workday(ends, 3)]}}


def settlement_tours(rnd, okrug, quarter, faults):
    """Every week, seldom not."""
    made = []
    for monday, week in weeks_of(quarter):
        if rnd() >= faults:
            days = working_days(max(monday, month_begins(1)), monday + 6)
            made.append({
                "id": f"{okrug.id}/ST-{week:02}", "type": "settlement-tour", "by": okrug.akim, "date": WRITTEN[pick(rnd, days)],
                "title": title(rnd, [okrug.names]), "places": [pick(rnd, list(okrug.settlements))],
                "activities": ["residents", "reception"], "documents": ["problem-list"], "hours-on-site": between(rnd, 2, 8)})
    return made


def of_district(rnd, district, quarter, faults):
    diary = district.diary
    made = [okrug_tour(rnd, district, diary.number("T", which), planned, faults)
            for which, planned in diary.of_quarter(quarter, diary.tours)]
    made += [working_trip(rnd, district, diary.number("WT", which), on, faults)
             for which, on in diary.of_quarter(quarter, diary.trips)]
    made += [business_trip(rnd, district, f"{district.id}/BT-{month:02}-{which}", pick(rnd, month_of(month)[:-2]), faults)
             for month in months_of(quarter) for which in range(5)]
    for okrug in district.okrugs:
        made += settlement_tours(rnd, okrug, quarter, faults)
    return made
