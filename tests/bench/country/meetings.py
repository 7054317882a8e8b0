"""What a district and its okrugs held: meetings of the akim, sittings, receptions, meetings with people."""

from country.assignments import between, clock, pick, some_workday
from country.days import ONE_MONTH_AFTER, WRITTEN, YEAR, day, month_begins, month_of, months_of, weeks_of, workday
from country.words import ASSESSMENTS, DECISIONS, EVENTS, QUESTIONS, Quoted, person, title

HEADS = ["district-deputy-akim", "district-apparatus-head", "department-head"]
EVERYONE = [*HEADS, "rural-akim", "territorial-institution-head"]
MAILING_LIST = ["district-deputy-akim", "department-head", "rural-akim"]
BOTH = ["electronic", "paper"]


def at(on, hour):
    return f"{WRITTEN[on]}T{hour}"


def form_of_minutes(district):
    return {"control-by": district.head, "languages": ["kk"], "font": "Times New Roman", "font-size": 14, "numbered": True}


def minutes(rnd, district, questions, contents=("due-dates",), **further):
    return {"chair": district.akim, "persons-present": between(rnd, 9, 40), "questions": questions, "rapporteurs": questions,
            "speakers": questions + 1, "instructions": between(rnd, 2, 8), "executors": ["department-head", "rural-akim"],
            "contents": list(contents), **form_of_minutes(district), **further}


def signed_by_all(district):
    return {"signed-by": ["district-deputy-akim", district.head, district.akim]}


def drafted(rnd, on, faults):
    """Minutes within one working day, seldom later."""
    return workday(on, between(rnd, 2, 4) if rnd() < faults else 1)


# ---- of the akim ----------------------------------------------------------------------------------------------------------------

APPARATUS_TOPICS = ["daily-work", "indicators-and-instructions", "oblast-akim-instructions", "oblast-deputy-akim-instructions",
                    "chief-inspector-proposals"]
SHORTCOMINGS = ["shortcomings", "causes", "officials-at-fault", "solutions", "due-dates", "responsible"]


def apparatus(rnd, district, faults):
    def held(number, on):
        made = drafted(rnd, on, faults)
        return {
            "id": number, "type": "apparatus", "by": district.akim, "date": at(on, "10:00"), "chair": district.akim,
            "title": title(rnd, district.places), "participants": EVERYONE, "topics": APPARATUS_TOPICS,
            "speakers": ["district-deputy-akim", "department-head"],
            "documents": ["agenda", "cover-letter", {"document": "reference", "pages": between(rnd, 1, 3)}, "draft-report",
                          "minutes-proposals", "invitee-list", "electronic-recording"],
            "materials": {"languages": ["kk", "ru"], "media": BOTH, "signed-by": ["department-head", "rural-akim"],
                          "agreed-by": HEADS},
            "mailing-list": MAILING_LIST, "instructions-given": True,
            "steps": {
                "agenda-agreed": WRITTEN[workday(on, -6)],
                "agenda-approved": {"date": WRITTEN[workday(on, -5)], "by": district.akim},
                "agenda-sent": {"date": WRITTEN[workday(on, -4)], "through": "messenger"},
                "materials-agreed": {"date": WRITTEN[workday(on, -2)], "by": pick(rnd, district.deputies)},
                "materials-submitted": WRITTEN[workday(on, -2)],
                "final-materials-submitted": WRITTEN[workday(on, -1)],
                "running-order-prepared": WRITTEN[workday(on, -1)],
                "notified": {"date": WRITTEN[workday(on, -1)], "addressee": "invitee"},
                "dossier-assembled": WRITTEN[workday(on, -1)],
                "dossier-handed-over": {"date": WRITTEN[workday(on, -1)], "addressee": district.head},
                "presented": {"date": WRITTEN[on], "addressee": district.akim},
                "minutes-drafted": WRITTEN[made],
                "minutes-sent": {"date": WRITTEN[workday(made, 2)], "addressee": MAILING_LIST}},
            "minutes": minutes(rnd, district, between(rnd, 2, 5), SHORTCOMINGS, **signed_by_all(district))}
    return held


def extended(rnd, district, month):
    """On the month before, after its statistics and by the 10th."""
    on = some_workday(rnd, workday(month_begins(month) - 1, 3), month_begins(month) + 9)
    return {
        "id": f"{district.id}/EM-{month:02}", "type": "extended-apparatus", "by": district.akim, "date": at(on, "15:00"),
        "period": WRITTEN[month_begins(month) - 1][:7], "title": title(rnd, district.places),
        "participants": ["district-deputy-akim", "department-head", "rural-akim"], "speakers": ["district-deputy-akim"],
        "topics": ["month-results", "missed-indicators-by-territory", "unfulfilled-instructions-by-territory",
                   "sector-assessment", "work-to-do", "instructions"],
        "format": "conference-line", "notice": ["time", "agenda"], "documents": ["proposed-measures"],
        "steps": {"statistics-published": WRITTEN[workday(month_begins(month) - 1, 2)],
                  "notified": {"date": WRITTEN[on - between(rnd, 3, 5)], "addressee": "oblast-apparatus"},
                  "minutes-drafted": WRITTEN[workday(on, 1)]}}


HANDOUTS = {
    "akim": ["agenda", "running-order", "invitee-list", "draft-resolutions-list", "reference", "report-text", "slides"],
    "district-deputy-akim": ["agenda", "draft-resolutions-list", "report-text", "slides"],
    "head": ["agenda", "draft-resolutions-list", "report-text", "slides"],
    "akimdik-member": ["agenda", "draft-resolutions-list"], "rural-akim": ["agenda", "draft-resolutions-list"]}


def session(rnd, district, faults):
    def held(number, on):
        present, questions = between(rnd, 12, 16), between(rnd, 2, 5)
        handed_over = workday(on, 1) if workday(on, 1) == on + 1 else on
        department = pick(rnd, district.departments)
        return {
            "id": number, "type": "akimdik-session", "by": district.akim, "date": at(on, "11:00"), "chair": district.akim,
            "convened-by": district.head, "format": pick(rnd, ["in-person", "mixed"]), "languages": ["kk"],
            "attendance": {"members": 16, "present": present}, "speakers": [department],
            "documents": ["agenda", {"document": "reference", "pages": 4}, "draft-resolution", "comparative-table",
                          {"document": "presentation", "megabytes": 7, "font-size": 24, "aspect-ratio": Quoted("16:9"),
                           "colour": True},
                          {"document": "report-text", "duration": between(rnd, 5, 10)}, "participants-list",
                          "electronic-recording"],
            "handouts": [{"addressee": getattr(district, who, who), "documents": papers} for who, papers in HANDOUTS.items()],
            "materials": {"languages": ["kk"], "media": BOTH, "signed-by": [department],
                          "agreed-by": [district.deputies[0], district.org]},
            "minutes": minutes(rnd, district, questions, **{
                "question-essence": True, "resolutions": 1, "agreed-by": [district.head]}),
            "instructions-given": True, "channels": ["regional-media", "electronic-media"],
            "resolutions": [{"title": title(rnd, district.places), "votes-for": present - between(rnd, 0, 2)}],
            "steps": {
                "materials-submitted": WRITTEN[workday(on, -5)], "dossier-handed-over": WRITTEN[workday(on, -1)],
                "minutes-drafted": WRITTEN[drafted(rnd, on, faults)], "resolutions-handed-over": WRITTEN[handed_over],
                "registered": WRITTEN[workday(handed_over, between(rnd, 1, 2))], "coverage-published": WRITTEN[workday(on, 1)]}}
    return held


def operational(rnd, district, faults):
    def held(number, on):
        made, department = drafted(rnd, on, faults), pick(rnd, district.departments)
        return {
            "id": number, "type": "operational", "by": district.akim, "date": at(on, "15:00"), "chair": district.akim,
            "initiated-by": district.akim, "title": title(rnd, district.places), "participants": HEADS, "speakers": [department],
            "invited": [{"office": pick(rnd, district.departments), "confirmed": WRITTEN[workday(on, -2)]}],
            "documents": ["agenda", {"document": "cover-letter", "signed-by": district.head},
                          {"document": "invitee-list", "agreed-by": [district.head, district.deputies[1]]},
                          {"document": "reference", "pages": 3}, "running-order", "electronic-recording"],
            "materials-due": WRITTEN[workday(on, -2)],
            "materials": {"languages": ["kk"], "media": BOTH, "signed-by": [department], "agreed-by": [*HEADS, department]},
            "mailing-list": MAILING_LIST, "instructions-given": True,
            "steps": {
                "agenda-approved": {"date": WRITTEN[workday(on, -4)], "by": district.akim},
                "agenda-sent": WRITTEN[workday(on, -4)], "materials-submitted": WRITTEN[workday(on, -2)],
                "materials-checked": WRITTEN[workday(on, -1)], "final-materials-submitted": WRITTEN[workday(on, -1)],
                "dossier-assembled": WRITTEN[workday(on, -1)],
                "dossier-agreed": {"date": WRITTEN[workday(on, -1)], "by": district.head},
                "presented": {"date": WRITTEN[workday(on, -1)], "addressee": district.akim},
                "minutes-drafted": WRITTEN[made],
                "minutes-sent": {"date": WRITTEN[workday(made, 2)], "addressee": MAILING_LIST}},
            "minutes": minutes(rnd, district, 2, **signed_by_all(district))}
    return held


def commission(rnd, district, faults):
    def held(number, on):
        made = drafted(rnd, on, faults)
        return {
            "id": number, "type": "commission", "by": district.policy, "date": at(on, "16:00"), "chair": district.akim,
            "venue": "apparatus-hall", "title": title(rnd, district.places), "participants": HEADS, "speakers": [district.policy],
            "documents": ["agenda", {"document": "cover-letter", "signed-by": district.head},
                          {"document": "reference", "pages": 3}, "running-order", "draft-report",
                          {"document": "invitee-list", "agreed-by": district.deputies[2]},
                          {"document": "participants-list", "signed-by": district.head}, "electronic-recording"],
            "notice": ["date", "time", "place"], "materials-due": WRITTEN[workday(on, -3)],
            "materials": {"languages": ["kk"], "media": BOTH, "signed-by": [district.policy]},
            "mailing-list": MAILING_LIST, "instructions-given": True,
            "steps": {
                "date-agreed": {"date": WRITTEN[workday(on, -8)], "by": district.head},
                "agenda-approved": {"date": WRITTEN[workday(on, -6)], "by": district.akim},
                "agenda-sent": WRITTEN[workday(on, -6)], "hall-requested": {"date": WRITTEN[on - 2], "addressee": district.org},
                "participants-list-submitted": {"date": WRITTEN[on - 1], "addressee": district.org},
                "materials-submitted": WRITTEN[workday(on, -3)], "materials-checked": WRITTEN[workday(on, -2)],
                "presented": [{"date": WRITTEN[workday(on, -2)], "addressee": district.deputies[2]},
                              {"date": WRITTEN[workday(on, -1)], "addressee": district.akim}],
                "minutes-drafted": WRITTEN[made],
                "minutes-sent": {"date": WRITTEN[workday(made, 2)], "addressee": MAILING_LIST}},
            "minutes": minutes(rnd, district, 3, **{"drafted-by": ["working-body"], "agreed-by": ["commission-deputy-chair"]},
                               **signed_by_all(district))}
    return held


def minutes_in_two_days(rnd, district, on, faults):
    made = workday(on, between(rnd, 3, 5) if rnd() < faults else 2)
    agreed = made + 1 if rnd() < 0.5 else made
    return {"minutes-drafted": WRITTEN[made],
            "minutes-agreed": {"date": WRITTEN[agreed], "by": ["district-deputy-akim", district.head]},
            "minutes-submitted-for-signature": WRITTEN[workday(agreed, 1)], "minutes-signed": WRITTEN[workday(agreed, 1)]}


def sector(rnd, district, faults):
    def held(number, on):
        department = pick(rnd, district.departments)
        return {
            "id": number, "type": "sector", "by": district.akim, "date": at(on, "10:00"), "chair": district.akim,
            "title": title(rnd, district.places), "participants": HEADS, "speakers": [department],
            "sectors": [["social", "production"][int(number[-2:]) % 2]],
            "invited": [{"office": role, "attended": True} for role in (
                "public-council", "media-representative", "nur-otan-party", "district-deputy-akim", "department-head",
                "sector-association", "rural-akim")],
            "announcement": ["place", "date", "time", "questions"], "topics": topics(rnd, on, between(rnd, 1, 3)),
            "instructions-given": True,
            "steps": {"announced": {"date": WRITTEN[on - between(rnd, 2, 6)],
                                    "through": ["district-press", "district-akim-site"]},
                      **minutes_in_two_days(rnd, district, on, faults)},
            "minutes": minutes(rnd, district, 1, **{"drafted-by": [department]})}
    return held


def topics(rnd, on, number):
    return [{"topic": topic, "assessment": Quoted(pick(rnd, ASSESSMENTS)), "decision": Quoted(pick(rnd, DECISIONS)),
             "due": WRITTEN[some_workday(rnd, on + 10, ONE_MONTH_AFTER[on])], "executors": ["department-head"]}
            for topic in ["employment", "production-capacity", "other-problems"][:number]]


def other(rnd, district, faults):
    def held(number, on):
        return {
            "id": number, "type": pick(rnd, ["working", "selector", "off-site"]), "by": district.akim, "date": at(on, "17:00"),
            "chair": district.akim, "title": title(rnd, district.places), "participants": HEADS,
            "speakers": [pick(rnd, district.departments)], "sectors": ["production"], "instructions-given": True,
            "steps": minutes_in_two_days(rnd, district, on, faults),
            "minutes": minutes(rnd, district, 1, **{"drafted-by": [district.org]})}
    return held


def reception(rnd, district, faults):
    def held(number, planned):
        on, by = planned
        record = {"id": number, "type": "reception", "by": by, "date": at(on, "10:00"),
                  "title": Quoted("; ".join(pick(rnd, QUESTIONS) for _ in range(2)))}
        if by == district.akim:
            listed = workday(on, -1) if rnd() >= faults else on
            record |= {
                "participants": [district.head, district.org, "department-head", "rural-akim"], "instructions-given": True,
                "documents": [{"document": "reception-list", "contents": ["names", "questions", "invited"]}],
                "steps": {"reception-list-submitted": {"date": WRITTEN[listed], "addressee": district.head},
                          "minutes-sent": WRITTEN[workday(on, 2)]}}
        return record
    return held


def with_people(rnd, district, month):
    """Meetings with vulnerable groups, with business, with residents."""
    return [{"id": f"{district.id}/{prefix}-{month:02}", "type": kind, "by": district.akim,
             "date": at(pick(rnd, month_of(month)), "14:00"), "title": title(rnd, district.places), "participants": HEADS,
             "attendance": {"present": between(rnd, 15, 120)},
             "minutes": {"questions": between(rnd, 2, 9), "contents": ["decision"]}}
            for prefix, kind in (("VG", "vulnerable-groups"), ("BM", "business-meeting"), ("RM", "residents"))]


def event(rnd, district, which, faults):
    on = workday(day(YEAR, 2 + which, 19), between(rnd, 1, 9))
    heads = ["district-deputy-akim", district.head]
    return {
        "id": f"{district.id}/OE-{which}", "type": "official-event", "by": district.akim, "title": EVENTS[which],
        "date": at(on, "11:00"),
        "documents": ["reference-materials", "scenario", "short-programme", "running-order", "event-details", "participants-list",
                      "seating-plan", {"document": "draft-speech", "languages": ["kk", "ru"]}],
        "materials": {"signed-by": [f"{district.id}-culture"]}, "media-present": True,
        "steps": {
            "notified": {"date": WRITTEN[workday(on, -4 if rnd() < faults else -5)],
                         "addressee": ["department-head", "rural-akim"]},
            "materials-submitted": {"date": WRITTEN[workday(on, -4)], "addressee": "supervising-department", "through": "bqa"},
            "materials-sent-for-agreement": {"date": WRITTEN[workday(on, -3)], "addressee": heads},
            "media-attendance-agreed": {"date": WRITTEN[workday(on, -3)], "by": [district.press, "internal-policy-department"]},
            "materials-agreed": {"date": WRITTEN[workday(on, -2)], "by": heads},
            "final-materials-submitted": {"date": WRITTEN[workday(on, -1)], "addressee": district.org}}}


def of_the_year(district):
    """In spring the akim reports, in autumn the President's address is discussed."""
    return {1: {"id": f"{district.id}/R", "type": "report-meeting", "by": district.akim,
                "date": WRITTEN[workday(day(YEAR, 2, 17), 1)]},
            3: {"id": f"{district.id}/PA", "type": "address-discussion", "by": district.akim,
                "date": WRITTEN[workday(day(YEAR, 9, 9), 1)], "participants": HEADS}}


# ---- of the okrugs --------------------------------------------------------------------------------------------------------------

def of_okrug(rnd, okrug, quarter):
    """Every week a meeting with residents, every other week a reception; assemblies, a gathering, a training."""
    held = []
    for monday, week in weeks_of(quarter):
        place = pick(rnd, list(okrug.settlements))
        held.append({
            "id": f"{okrug.id}/RM-{week:02}", "type": "residents", "by": okrug.akim, "body": okrug.id, "places": [place],
            "date": at(workday(max(monday, month_begins(1) - 1), between(rnd, 1, 2)), clock(60 * between(rnd, 10, 17))),
            "title": title(rnd, [okrug.names]), "attendance": {"present": between(rnd, 8, 90)},
            "minutes": {"questions": between(rnd, 1, 6), "contents": ["decision", "responsible"], "languages": ["kk"]}})
        if week % 2:
            held.append({
                "id": f"{okrug.id}/RC-{week:02}", "type": "reception", "by": okrug.akim, "body": okrug.id,
                "date": at(workday(monday, 3), "10:00"), "title": Quoted("; ".join(pick(rnd, QUESTIONS) for _ in range(3)))})
    return held + of_community(rnd, okrug, quarter)


ASSEMBLY_TOPICS = {1: "income-and-spending-report", 2: "development-programme-draft", 3: "budget-draft", 4: "decisions-taken"}


def of_community(rnd, okrug, quarter):
    months = months_of(quarter)
    shared = {"by": okrug.akim, "body": okrug.id, "convened-by": okrug.akim,
              "participants": [okrug.akim, "maslikhat-deputy", "community-member"]}
    held = [{"id": f"{okrug.id}/A-{quarter}", "type": "assembly", "date": WRITTEN[pick(rnd, month_of(months[1]))], **shared,
             "topics": [ASSEMBLY_TOPICS[quarter]], "attendance": {"members": 15, "present": between(rnd, 10, 15)},
             "people": [{"name": person(rnd), "age": between(rnd, 21, 78),
                         "address": Quoted(f"{okrug.names[0]}, {between(rnd, 1, 90)}"), "has-vote": True} for _ in range(8)]}]
    if quarter == 2:
        held.append({"id": f"{okrug.id}/G", "type": "gathering", "date": WRITTEN[pick(rnd, month_of(months[0]))], **shared,
                     "topics": ["other-problems"], "attendance": {"members": 1200, "present": between(rnd, 130, 400)}})
        held.append({"id": f"{okrug.id}/T", "type": "training", "by": okrug.akim, "body": okrug.id,
                     "date": WRITTEN[pick(rnd, month_of(months[2]))], "addressee": ["assembly-member", "community-member"]})
    return held


def of_district(rnd, district, quarter, faults):
    diary = district.diary
    held = []
    for prefix, made, planned in (
            ("S", session, diary.sessions), ("OM", operational, diary.operational), ("SM", sector, diary.sector),
            ("M", other, diary.others), ("CM", commission, diary.commissions), ("RC", reception, diary.receptions)):
        record_of = made(rnd, district, faults)
        held += [record_of(diary.number(prefix, which), one) for which, one in diary.of_quarter(quarter, planned)]
    record_of = apparatus(rnd, district, faults)
    held += [record_of(diary.number("AM", week), on) for _, (on, week) in diary.of_quarter(quarter, diary.apparatus)]
    for month in months_of(quarter):
        held += [extended(rnd, district, month), *with_people(rnd, district, month)]
    if quarter == 4:
        held.append(extended(rnd, district, 13))
    held += [event(rnd, district, which, faults) for which in (2 * quarter - 2, 2 * quarter - 1)]
    if quarter in of_the_year(district):
        held.append(of_the_year(district)[quarter])
    for okrug in district.okrugs:
        held += of_okrug(rnd, okrug, quarter)
    return held
