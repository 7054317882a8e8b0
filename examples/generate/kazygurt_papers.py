"""Further records of examples/kazygurt, a few of each kind: what is in order, and beside it what is not.

A record is written as `made(usual, faults, ...)`: as the office usually has it, with what differs by name. Nothing here is
drawn by chance, so the order of these functions matters to nobody. The days are counted in the README.
"""

from datetime import datetime, timedelta

from clerk import day, months, plant, rolled, workdays
from kazygurt_offices import AS_OF, DEPUTIES, FIRST

HEAD, ORG, DOC, HR, LEGAL = "kaz-apparatus-head", "kaz-org", "kaz-doc", "kaz-hr", "kaz-legal"
MINUTES_FORM = {"control-by": HEAD, "languages": ["kk"], "font": "Times New Roman", "font-size": 14, "numbered": True}
SIGNED_BY_ALL = ["district-deputy-akim", HEAD, "kaz-akim"]
MAILING_LIST = ["district-deputy-akim", "department-head", "rural-akim"]


def made(usual, faults=(), **changes):
    """The record with what differs: a step where it has one of that name, else a field; None: it is not there.

    In their names `_` stands for `-`. What is dated after the day of the run has not happened yet.
    """
    record = {**usual, "steps": dict(usual.get("steps", {}))}
    for name, value in changes.items():
        name = name.replace("_", "-")
        (record["steps"] if name in record["steps"] else record)[name] = value
    record["steps"] = {step: on for step, on in record["steps"].items() if on is not None}
    plant(record["id"], *faults)
    return {name: value for name, value in record.items() if value is not None and value != {}}


def step(on, **fields):
    return {"date": on, **fields}


def hour(on, clock):
    return datetime.fromisoformat(f"{on}T{clock}")


# ---- chapter 2: items of the plan -----------------------------------------------------------------------------------------------


def plan_items():
    def item(number, title, due, faults=(), **changes):
        usual = {"id": f"PI-{number}", "type": "plan-item", "title": title, "by": ORG, "issued": day("2025-09-26"), "due": day(due),
                 "executors": ["kaz-culture"], "steps": {"dropped": None}}
        return made(usual, faults, **changes)

    def moved(decided, note, to, by=HEAD):
        return [{"decided": day(decided), "decided-by": by, "granted": True, "to": day(to), "service-note": day(note)}]

    def note_of(on):
        return [{"document": "service-note", "by": "structural-unit-head", "date": day(on)}]

    return [
        item(1, "Аудандық кітапханалар байқауы", "2025-11-14", extensions=moved("2025-11-10", "2025-11-07", "2025-11-28")),
        item(2, "Ауыл спартакиадасы", "2025-12-05", ["plan-item-date-moved-by-apparatus-head wrong"],
             extensions=moved("2025-12-01", "2025-11-28", "2025-12-19", "kaz-deputy-3")),
        item(3, "Мұражай күні", "2026-02-20", dropped=step(day("2026-02-16"), by=HEAD), documents=note_of("2026-02-13")),
        item(4, "Жастар форумы", "2026-03-31", ["plan-item-dropped-by-apparatus-head wrong"],
             dropped=step(day("2026-03-16"), by=HEAD), documents=note_of("2026-03-18")),
    ]


# ---- chapter 3: official events -------------------------------------------------------------------------------------------------


def official_events():
    def event(number, title, held, faults=(), **changes):
        held = day(held)
        usual = {
            "id": f"OE-{number}", "type": "official-event", "by": "kaz-akim", "title": title, "date": hour(held, "11:00"),
            "documents": ["reference-materials", "scenario", "short-programme", "running-order", "event-details", "participants-list",
                          "seating-plan", {"document": "draft-speech", "languages": ["kk", "ru"]}],
            "materials": {"signed-by": ["kaz-culture"]}, "media-present": True,
            "steps": {
                "notified": step(workdays(held, -5), addressee=["department-head", "rural-akim"]),
                "materials-submitted": step(workdays(held, -4), addressee="supervising-department", through="bqa"),
                "materials-sent-for-agreement": step(workdays(held, -3), addressee=["district-deputy-akim", HEAD]),
                "media-attendance-agreed": step(workdays(held, -3), by=["kaz-press", "internal-policy-department"]),
                "materials-agreed": step(workdays(held, -2), by=["kaz-deputy-3", HEAD]),
                "final-materials-submitted": step(workdays(held, -1), addressee=ORG)}}
        for name, on in changes.items():  # a day alone: the step is as usual but for it
            if isinstance(on, str):
                changes[name] = {**usual["steps"][name.replace("_", "-")], "date": day(on)}
        return made(usual, faults, **changes)

    return [
        event(1, "Конституция күні", "2025-08-29"),
        event(2, "Республика күні", "2025-10-24"),
        event(3, "Тәуелсіздік күні", "2025-12-15"),
        event(4, "Наурыз мерекесінің қорытындысы", "2026-03-26", ["event-notified-5-working-days-before late"],
              notified="2026-03-17"),
        # 3.8: an urgent one, for which the head of the apparatus set other terms.
        event(5, "Облыстық делегацияны қабылдау", "2026-04-17", urgent=True, terms_set_by=[HEAD], notified="2026-04-15",
              materials_submitted="2026-04-15", materials_sent_for_agreement="2026-04-15", media_attendance_agreed="2026-04-15",
              materials_agreed="2026-04-16"),
        event(6, "Жеңіс күні", "2026-05-08", ["event-documents-4-working-days-before late"], materials_submitted="2026-05-04"),
    ]


# ---- chapters 1 and 7: operational meetings -------------------------------------------------------------------------------------


def operational_meetings():
    def meeting(number, held, faults=(), **changes):
        held = day(held)
        usual = {
            "id": f"OM-{number}", "type": "operational", "by": "kaz-akim", "date": hour(held, "15:00"), "chair": "kaz-akim",
            "initiated-by": "kaz-akim", "participants": ["district-deputy-akim", HEAD, "department-head"], "speakers": ["kaz-housing"],
            "invited": [{"office": "kaz-land", "confirmed": workdays(held, -2)}],
            "documents": ["agenda", {"document": "cover-letter", "signed-by": [HEAD]},
                          {"document": "invitee-list", "agreed-by": [HEAD, "kaz-deputy-2"]}, {"document": "reference", "pages": 3},
                          "running-order", "electronic-recording"],
            "materials-due": workdays(held, -2),
            "materials": {"languages": ["kk"], "media": ["electronic", "paper"], "signed-by": ["kaz-housing"],
                          "agreed-by": ["kaz-deputy-2", HEAD, "kaz-housing"]},
            "mailing-list": MAILING_LIST, "instructions-given": True,
            "steps": {
                "agenda-approved": step(workdays(held, -4), by="kaz-akim"),
                "agenda-sent": workdays(held, -4),
                "materials-submitted": workdays(held, -2),
                "materials-checked": workdays(held, -1),
                "final-materials-submitted": workdays(held, -1),
                "dossier-assembled": workdays(held, -1),
                "dossier-agreed": step(workdays(held, -1), by=HEAD),
                "presented": step(workdays(held, -1), addressee="kaz-akim"),
                "minutes-drafted": workdays(held, 1),
                "minutes-sent": step(workdays(held, 3), addressee=MAILING_LIST)},
            "minutes": {"chair": "kaz-akim", "persons-present": 14, "questions": 2, "rapporteurs": 2, "speakers": 3, "instructions": 4,
                        "executors": ["department-head"], "contents": ["due-dates"], **MINUTES_FORM, "signed-by": SIGNED_BY_ALL}}
        return made(usual, faults, **changes)

    return [
        meeting(1, "2025-09-09"),
        meeting(2, "2025-12-15"),  # Tuesday 16 is a holiday: minutes by Wednesday 17
        meeting(3, "2026-01-06", ["operational-minutes-drafted-in-1-working-day late"], minutes_drafted=day("2026-01-09")),
        # 1.4: the akim was away on the 12th and 13th; a deputy held it, and there is no copy of the order.
        meeting(4, "2026-02-13", ["acting-akim-has-order wrong"], by="kaz-deputy-1", chair="kaz-deputy-1", acting_for="kaz-akim",
                initiated_by="kaz-deputy-1", presented=step(day("2026-02-12"), addressee="kaz-deputy-1")),
        meeting(5, "2026-03-17", ["operational-agenda-approved-by-akim wrong"],
                agenda_approved=step(day("2026-03-11"), by="kaz-deputy-2")),
        meeting(6, "2026-05-06", ["operational-materials-by-letter-term late"], materials_submitted=day("2026-05-05")),
    ]


# ---- chapter 8: commissions -----------------------------------------------------------------------------------------------------


def commissions():
    def commission(number, held, faults=(), pages=3, **changes):
        held, working_body = day(held), "kaz-internal-policy"
        usual = {
            "id": f"CM-{number}", "type": "commission", "by": working_body, "date": hour(held, "16:00"), "chair": "kaz-akim",
            "venue": "apparatus-hall", "participants": ["district-deputy-akim", HEAD, "department-head"], "speakers": [working_body],
            "documents": ["agenda", {"document": "cover-letter", "signed-by": [HEAD]}, {"document": "reference", "pages": pages},
                          "running-order", "draft-report", {"document": "invitee-list", "agreed-by": ["kaz-deputy-3"]},
                          {"document": "participants-list", "signed-by": [HEAD]}, "electronic-recording"],
            "notice": ["date", "time", "place"], "materials-due": workdays(held, -3),
            "materials": {"languages": ["kk"], "media": ["electronic", "paper"], "signed-by": [working_body]},
            "mailing-list": MAILING_LIST, "instructions-given": True,
            "steps": {
                "date-agreed": step(workdays(held, -8), by=HEAD),
                "agenda-approved": step(workdays(held, -6), by="kaz-akim"),
                "agenda-sent": workdays(held, -6),
                "hall-requested": step(held - timedelta(2), addressee=ORG),
                "participants-list-submitted": step(held - timedelta(1), addressee=ORG),
                "materials-submitted": workdays(held, -3),
                "materials-checked": workdays(held, -2),
                "presented": [step(workdays(held, -2), addressee="kaz-deputy-3"), step(workdays(held, -1), addressee="kaz-akim")],
                "minutes-drafted": workdays(held, 1),
                "minutes-sent": step(workdays(held, 3), addressee=MAILING_LIST)},
            "minutes": {"chair": "kaz-akim", "persons-present": 11, "questions": 3, "rapporteurs": 3, "speakers": 4, "instructions": 3,
                        "executors": ["department-head"], "contents": ["due-dates"], **MINUTES_FORM, "drafted-by": ["working-body"],
                        "agreed-by": ["commission-deputy-chair"], "signed-by": SIGNED_BY_ALL}}
        return made(usual, faults, **changes)

    return [
        commission(1, "2025-09-18"),
        commission(2, "2025-11-20", ["commission-hall-notified-2-days-before late"],
                   hall_requested=step(day("2025-11-19"), addressee=ORG)),
        commission(3, "2026-02-19", ["commission-reference-max-3-pages wrong"], pages=5),
        commission(4, "2026-05-21"),
    ]


def commission_schedule():
    """8.1: the sitting of 16 April was never held."""
    plant("CS-2026", "commission-held-by-schedule missed")
    return [{"id": f"CS-{year}", "type": "commission-schedule", "by": "kaz-internal-policy", "period": year,
             "entries": [{"date": day(on), "by": "kaz-internal-policy"} for on in days]}
            for year, days in {"2025": ["2025-09-18", "2025-11-20"], "2026": ["2026-02-19", "2026-04-16", "2026-05-21"]}.items()]


# ---- chapter 9: other meetings that the akim attends ----------------------------------------------------------------------------


def other_meetings():
    def meeting(number, kind, held, faults=(), drafted_by=ORG, **changes):
        held = day(held)
        usual = {
            "id": f"M-{number}", "type": kind, "by": "kaz-akim", "date": hour(held, "10:00"), "chair": "kaz-akim",
            "participants": ["district-deputy-akim", HEAD, "department-head"], "speakers": ["kaz-agriculture"],
            "sectors": ["production"], "instructions-given": True,
            "steps": {
                "minutes-drafted": workdays(held, 2),
                "minutes-agreed": step(workdays(held, 2), by=["district-deputy-akim", HEAD]),
                "minutes-submitted-for-signature": workdays(held, 3),
                "minutes-signed": workdays(held, 3)},
            "minutes": {"chair": "kaz-akim", "persons-present": 12, "questions": 1, "rapporteurs": 1, "speakers": 2, "instructions": 3,
                        "executors": ["department-head"], "contents": ["due-dates"], **MINUTES_FORM, "drafted-by": [drafted_by]}}
        return made(usual, faults, **changes)

    def seminar(number, by, held, faults=(), **changes):
        usual = {"id": f"M-{number}", "type": "seminar", "by": by, "chair": by, "convened-by": by, "date": day(held),
                 "participants": ["rural-akim"], "steps": {"permitted": step(workdays(day(held), -1), by="kaz-akim")}}
        return made(usual, faults, **changes)

    return [
        {"id": "M-1", "type": "address-discussion", "by": "kaz-akim", "date": day("2025-09-16"),
         "participants": ["district-deputy-akim", HEAD, "department-head"]},
        meeting(2, "selector", "2025-10-14", ["minutes-agreed-in-1-day late"],
                minutes_agreed=step(day("2025-10-20"), by=["district-deputy-akim", HEAD]),
                minutes_submitted_for_signature=day("2025-10-21"), minutes_signed=day("2025-10-21")),
        meeting(3, "sector", "2025-11-11", drafted_by="kaz-agriculture"),
        meeting(4, "working", "2026-01-15", ["multi-sector-minutes-by-org-unit wrong"], "kaz-finance",
                sectors=["production", "finance"]),
        meeting(5, "sector", "2026-03-20", ["minutes-drafted-in-2-working-days late"], minutes_drafted=day("2026-03-30"),
                minutes_agreed=step(day("2026-03-31"), by=["district-deputy-akim", HEAD]),
                minutes_submitted_for_signature=day("2026-03-31"), minutes_signed=day("2026-03-31")),
        meeting(6, "off-site", "2026-04-29"),
        # 16.1: who summons the rural akims has the akim's permission.
        seminar(7, "kaz-deputy-3", "2026-01-22", ["rural-akim-summoned-with-akim-permission missed"], permitted=None),
        seminar(8, "kaz-deputy-2", "2026-04-02"),
    ]


def instructions_of_meetings():
    """7.10 and 9.8: what operational meetings gave, and the information on it."""
    def instruction(number, meeting, received, due, faults=(), executed=None, information_by="kaz-housing", **changes):
        due = day(due)
        executed = day(executed) or due
        usual = {
            "id": f"05-2/OM-{number}", "type": "protocol-instruction", "title": "Жылу трассасын жөндеу туралы",
            "issued-by": "kaz-akim", "meeting": meeting, "received": day(received), "on-control": True, "control": "short", "due": due,
            "executors": ["kaz-housing"],
            "documents": [{"document": "information", "addressee": ["kaz-akim"], "signed-by": [information_by]}],
            "steps": {
                "warned": workdays(due, -4), "information-submitted": workdays(due, -6), "executed": executed,
                "closing-note-submitted": workdays(due, 1), "closing-consented": step(workdays(executed, 1), by="kaz-akim"),
                "closed": workdays(executed, 2), "discipline-proposed": None, "non-execution-note-submitted": None},
            "closing-ground": "executed-in-full"}
        return made(usual, faults, **changes)

    late = "control-executed-by-due-date-rolled late"
    refused = {"requested": day("2026-01-09"), "addressee": "kaz-akim", "written": True, "signed-by": ["kaz-housing"], "reason": "аяз",
               "decided": day("2026-01-12"), "decided-by": "kaz-akim", "granted": False}
    return [
        instruction(1, "OM-1", "2025-09-10", "2025-10-08"),
        instruction(2, "OM-2", "2025-12-18", "2026-01-15", [late, "operational-overdue-instruction-has-note wrong"], "2026-01-23",
                    discipline_proposed=day("2026-01-27"), extensions=[refused]),
        instruction(3, "OM-5", "2026-03-18", "2026-04-17", ["instruction-report-signed-and-addressed wrong"],
                    information_by="department-specialist"),
    ]


# ---- chapter 10: correspondence -------------------------------------------------------------------------------------------------


def incoming_letters():
    def letter(number, came, entered, faults=(), **changes):
        came, entered = datetime.fromisoformat(came), datetime.fromisoformat(entered)
        usual = {
            "id": f"03-1/{number:03}", "type": "incoming-correspondence", "body": "kazygurt", "by": "oblast-department-head",
            "sender": "state-body", "addressee": ["kaz-akim"], "received": came, "through": ["bqa"], "media": ["electronic"],
            "languages": ["kk"], "letterhead": True, "electronic-signature": True, "signed-by": ["oblast-department-head"],
            "outgoing-number": f"07-12/{2000 + 7 * number}", "outgoing-date": workdays(came.date(), -1),
            "executor-name": "С. Ержан", "executor-phone": "72533-0-00-00", "registration-number": f"03-1/{number:03}", "sheets": 3,
            "routed-to": "kaz-akim",
            "steps": {"registered": step(entered, by=DOC, through="bqa"),
                      "dispatched": step(entered.date(), addressee=["kaz-akim"]), "delivered": entered.date(), "returned": None}}
        return made(usual, faults, **changes)

    def from_person(number, came, entered, faults=(), **changes):
        return letter(number, came, entered, faults, by="resident", sender="person", through=["by-hand"], media=["paper"],
                      letterhead=None, electronic_signature=None, signed_by=None, outgoing_number=None, outgoing_date=None,
                      executor_name=None, executor_phone=None, accepted_against_signature=True, **changes)

    def to_all(on):
        return step(day(on), addressee=["kaz-akim", "kaz-housing"])

    def sent_back(on, **ground):
        return {"by": "territorial-institution-head", "signed_by": ["territorial-institution-head"], "defective": True,
                "registered": None, "dispatched": None, "delivered": None, "routed_to": None, "registration_number": None,
                "returned": step(datetime.fromisoformat(on), through="bqa", reason="қосымшасы жоқ", **ground)}

    return [
        letter(1, "2025-09-03T11:20", "2025-09-03T11:40"),
        # 10.9: mail has its day to 18:30. Friday 24 October at 19:05, before a long weekend: Tuesday 28.
        letter(2, "2025-10-24T19:05", "2025-10-28T09:05"),
        letter(3, "2025-10-28T09:40", "2025-10-28T10:10"),
        letter(4, "2025-11-13T18:50", "2025-11-17T09:30", ["correspondence-registered-same-day late"]),
        from_person(5, "2025-12-04T15:10", "2025-12-04T15:30"),
        # 10.9: what came after hours is registered first the next morning.
        letter(6, "2026-01-20T18:55", "2026-01-21T11:30", ["correspondence-after-hours-registered-first wrong"]),
        letter(7, "2026-01-21T09:10", "2026-01-21T09:20"),
        # Urgent mail on a Saturday: the same day.
        letter(8, "2026-02-14T12:00", "2026-02-14T12:20", urgent=True, dispatched=to_all("2026-02-14")),
        letter(9, "2026-03-07T10:00", "2026-03-10T09:15", ["correspondence-urgent-registered-same-day late"], urgent=True,
               dispatched=to_all("2026-03-10")),
        # 10.12: what is defective goes back unregistered, with the reason and the law.
        letter(10, "2026-04-02T10:30", "2026-04-02T10:30", **sent_back("2026-04-02T12:00", **{"legal-ground": "10.12"})),
        letter(11, "2026-04-22T10:30", "2026-04-22T10:30", ["correspondence-return-states-reason-and-law wrong"],
               **sent_back("2026-04-22T16:00")),
        # 10.8: a first head signs what goes to the akim.
        letter(12, "2026-05-14T12:10", "2026-05-14T12:30", ["correspondence-to-akim-signed-by-first-head wrong"],
               by="territorial-institution-head", signed_by=["deputy-of-first-head"]),
    ]


def outgoing_letters():
    def letter(number, sent, faults=(), **changes):
        usual = {
            "id": f"03-2/{number:03}", "type": "outgoing-correspondence", "by": "kaz-finance", "addressee": ["oblast-department"],
            "address": "Түркістан қаласы", "annexes-named": 2, "annexes-attached": 2, "basis": "operational-matter",
            "languages": ["kk"], "signed-by": ["kaz-deputy-1"], "agreed-by": ["kaz-finance"], "steps": {"dispatched": day(sent)}}
        return made(usual, faults, **changes)

    financing = {"id": "BS-1", "type": "budget-step", "by": "kaz-finance", "subject": "financing", "date": day("2025-10-08"),
                 "steps": {"finance-agreed": day("2025-10-08"),
                           "submitted": step(day("2025-10-15"), addressee=["budget-commission", "kaz-akim"])}}
    return [
        financing,
        letter(1, "2025-09-12"),
        letter(2, "2025-12-03", ["outgoing-address-recipient-annexes-present wrong"], annexes_attached=1),
        letter(3, "2026-03-11", ["outgoing-has-basis wrong"], basis=None),
        letter(4, "2026-04-08"),
    ]


def papers_of_the_office():
    """10.6, 10.7 and 10.23: those who are new, files that change hands, service notes."""
    def note(number, on, faults=(), **changes):
        usual = {"id": f"SN-{number}", "type": "service-note", "by": "kaz-land", "addressee": [HEAD], "date": day(on),
                 "through": ["bqa"], "signed-by": ["kaz-land"]}
        return made(usual, faults, **changes)

    plant("ON-2", "staff-new-hire-acquainted wrong")
    return [
        note(1, "2025-10-09"),
        note(2, "2026-02-11", ["service-note-to-apparatus-head-by-department-head wrong"], through=["by-hand"]),
        {"id": "ON-1", "type": "onboarding", "by": HR, "date": day("2025-09-08"), "subject": "hired",
         "steps": {"acquainted": day("2025-09-10")}},
        {"id": "ON-2", "type": "onboarding", "by": HR, "date": day("2025-11-10"), "subject": "hired"},
        {"id": "RP-1", "type": "report", "by": "kaz-agriculture", "date": day("2025-10-06"), "subject": "periodic-report",
         "through": ["digital-workplace"]},
        {"id": "HO-1", "type": "handover", "by": "kaz-sport", "date": day("2026-01-12"), "subject": "head-changed",
         "documents": ["transfer-act"]},
    ]


# ---- chapter 11: draft acts -----------------------------------------------------------------------------------------------------


def draft_acts():
    def draft(number, title, came, faults=(), act="akimdik-resolution", again=None, **changes):
        came, is_resolution = day(came), act == "akimdik-resolution"
        again = day(again) or came  # when it came for the agreement that it got
        agreed = workdays(again, 8 if is_resolution else 5)
        usual = {
            "id": f"DA-{number}", "type": "draft-act", "title": title, "by": "kaz-finance", "act": act, "date": workdays(came, -4),
            "basis": "department-proposal", "languages": ["kk", "ru"], "media": ["electronic"], "agreement-result": "agreed",
            "executors": ["kaz-finance"], "agreed-by": [*DEPUTIES, HEAD, "kaz-finance", LEGAL], "mailing-list": MAILING_LIST,
            "steps": {
                "materials-submitted": workdays(came, -4),
                "sent-for-agreement": came,
                "received-for-agreement": came,
                "departments-agreed": workdays(again, 4) if is_resolution else None,
                "members-agreed": agreed if is_resolution else None,
                "agreed": agreed,
                "legal-unit-signed": workdays(agreed, 1),
                "returned": None, "resubmitted": again if again > came else None,
                "paper-original-submitted": step(workdays(agreed, 2), addressee=DOC) if is_resolution else None,
                "session-submitted": workdays(agreed, 3) if is_resolution else None,
                "signed": workdays(agreed, 4),
                "registered": step(workdays(agreed, 5), by=DOC),
                "distributed": step(workdays(agreed, 7), addressee=MAILING_LIST)}}
        return made(usual, faults, **changes)

    return [
        draft(1, "Бюджетті нақтылау туралы", "2025-09-03", amends=True, documents=["comparative-table"]),
        draft(2, "Мүлік тізбесіне өзгерістер енгізу туралы", "2025-10-08", ["draft-act-amendment-has-comparative-table wrong"],
              amends=True),
        draft(3, "Жер комиссиясының құрамы туралы", "2025-12-15", ["draft-act-resolution-departments-in-5-working-days late"],
              departments_agreed=day("2025-12-24")),
        draft(4, "Кезекшілік туралы", "2025-12-22", act="akim-order"),
        draft(5, "Мектеп жөндеу жоспары туралы", "2026-02-16", ["draft-act-legal-unit-signs-last wrong"],
              legal_unit_signed=day("2026-02-25")),
        # 11.13: reworked in ten days.
        draft(6, "Жайылым жоспары туралы", "2026-04-01", again="2026-04-13",
              returned=step(day("2026-04-03"), by=LEGAL, reason="мемлекеттік тілдегі мәтін")),
        draft(7, "Су шаруашылығы туралы", "2026-04-08", ["draft-act-reworked-in-10-days late"], again="2026-04-24",
              returned=step(day("2026-04-13"), by=LEGAL, reason="қаржы көзі көрсетілмеген")),
    ]


# ---- chapter 12: documents to the oblast ----------------------------------------------------------------------------------------


def upward_documents():
    def document(number, answers, sent, faults=(), **changes):
        sent = day(sent)
        usual = {
            "id": f"UD-{number}", "type": "upward-document", "by": "kaz-agriculture", "addressee": ["oblast-apparatus"],
            "subject": "execution-report", "outcome": "removal-asked", "letterhead": True, "reply-to": [answers],
            "reply-to-number": "11-05/317", "reply-to-date": workdays(sent, -30), "reply-to-point": "2",
            "reply-to-content": "егін жинау барысы", "signed-by": ["kaz-akim"], "documents": ["removal-request"],
            "agreed-by": ["kaz-deputy-1", HEAD, "kaz-agriculture", "executor"], "materials": {"signed-by": ["kaz-agriculture"]},
            "steps": {"agreed": step(workdays(sent, -2), through="bqa"), "signed": workdays(sent, -1),
                      "registered": workdays(sent, -1), "dispatched": step(sent, through="bqa")}}
        return made(usual, faults, **changes)

    def for_long_control(*contents):
        return {"outcome": "transfer-asked", "transfer_to": "long", "reporting_frequency": "тоқсан сайын", "new_due": day("2026-12-25"),
                "reason": "екі кезеңді құрылыс", "documents": [{"document": "roadmap", "contents": list(contents)}]}

    return [
        document(1, "05-2/0079", "2025-12-01"),
        document(2, "05-2/0050", "2025-10-20", ["upward-document-four-agreements wrong"],
                 agreed_by=["kaz-deputy-1", HEAD, "kaz-agriculture"]),
        document(3, "05-2/0080", "2025-11-25", ["upward-document-sequence wrong"], registered=day("2025-11-26")),
        document(4, "05-2/0144", "2026-01-20", **for_long_control("execution-dates", "responsible-lead")),
        document(5, "05-2/0197", "2026-03-17", ["upward-long-control-has-roadmap wrong"], **for_long_control("execution-dates")),
    ]


# ---- chapter 14: appeals and complaints -----------------------------------------------------------------------------------------


def appeals():
    def appeal(number, came, faults=(), entered=None, **changes):
        came = datetime.fromisoformat(came)
        usual = {
            "id": f"A-{number}", "type": "appeal", "body": "kazygurt", "by": "applicant", "received": came,
            "addressee": ["kaz-akim"], "routed-to": "kaz-akim", "format": "written", "through": ["e-otinish"],
            "steps": {"registered": step(day(entered) or came.date(), through="e-otinish"), "defects-notified": None,
                      "returned": None, "forwarded": None, "notified": None}}
        return made(usual, faults, **changes)

    def passed_on(on):
        return {"outside_competence": True, "routed_to": None, "signed_by": ["kaz-deputy-3"], "forwarded": day(on),
                "notified": step(day(on), addressee="applicant")}

    def put_right_by(due, returned):
        return {"defective": True, "defect": "өтініш берушінің қолы жоқ", "correction_due": day(due), "routed_to": None,
                "defects_notified": workdays(day(due), -5), "returned": day(returned)}

    def complaint(number, against, entered, faults=(), **changes):
        usual = {
            "id": f"C-{number}", "type": "complaint", "body": "kazygurt", "by": "applicant", "against": against,
            "received": day(entered), "stated-term": 3,
            "steps": {"registered": step(day(entered), through="e-otinish"), "forwarded": day(entered),
                      "decided": day(entered) + timedelta(2)}}
        return made(usual, faults, **changes)

    return [
        appeal(1, "2025-08-12T10:15"),
        # 14.4, 14.6: appeals have their day to 19:00, not to 18:30.
        appeal(2, "2025-10-24T18:45"),
        appeal(3, "2025-10-24T19:10", entered="2025-10-28"),
        appeal(4, "2025-12-02T16:00", **put_right_by("2025-12-10", "2025-12-11")),
        appeal(5, "2025-12-03T09:30", ["appeal-returned-only-after-correction-term wrong"],
               **put_right_by("2025-12-11", "2025-12-11")),
        appeal(6, "2026-01-15T11:00", ["appeal-registered-on-day-received late"], entered="2026-01-16"),
        appeal(7, "2026-02-03T12:00", ["appeal-routed-to-named-official wrong"], routed_to="kaz-sport"),
        appeal(8, "2026-03-06T14:20", **passed_on("2026-03-12")),
        appeal(9, "2026-04-14T10:00", format="oral", through=None, documents=["oral-appeal-protocol"]),
        appeal(10, "2026-05-05T10:40", ["appeal-forwarded-in-3-working-days late"], **passed_on("2026-05-13")),
        complaint(1, "altyntobe-akim", "2025-11-05"),
        complaint(2, "kaz-housing", "2026-02-10", ["complaint-forwarded-immediately late"], forwarded=day("2026-02-11")),
    ]


# ---- chapters 15 and 18: receptions ---------------------------------------------------------------------------------------------

NOT_HELD = {"2025-11-05": "reception-akim-held-by-schedule missed",
            "2026-04-20": "reception-deputies-and-head-by-schedule missed"}
RECEPTIONS = {  # the day: what differs, and what the check must find
    "2026-02-05": ({"reception_list_submitted": step(day("2026-02-05"), addressee=HEAD)}, [
        "reception-list-1-working-day-before late"]),
    "2026-05-05": ({"participants": [HEAD, "department-head", "rural-akim"]}, ["reception-compulsory-participants wrong"]),
}


def reception_plan():
    """The akim receives on the 5th of a month, the deputies and the head of the apparatus in turn on the 20th."""
    turns = [*DEPUTIES, HEAD]
    planned = []
    for number, (year, month) in enumerate(months(FIRST, AS_OF)):
        planned += [(rolled(day(f"{year}-{month:02}-05")), "kaz-akim"), (rolled(day(f"{year}-{month:02}-20")), turns[number % 4])]
    return planned


def reception_schedules():
    for on, fault in NOT_HELD.items():
        plant(f"RS-{on[:4]}", fault)
    return [{"id": f"RS-{year}", "type": "reception-schedule", "by": DOC, "period": year,
             "entries": [{"date": on, "by": who} for on, who in reception_plan() if on.year == int(year)]} for year in ("2025", "2026")]


def receptions():
    records = []
    for on, who in reception_plan():
        if on.isoformat() in NOT_HELD:
            continue
        usual = {"id": f"RC-{on:%m%d}", "type": "reception", "by": who, "date": hour(on, "10:00")}
        if who == "kaz-akim":
            usual |= {"participants": [HEAD, ORG, "department-head", "rural-akim"], "instructions-given": True,
                      "documents": [{"document": "reception-list", "contents": ["names", "questions", "invited"]}],
                      "steps": {"reception-list-submitted": step(workdays(on, -1), addressee=HEAD), "minutes-sent": workdays(on, 2)}}
        changes, faults = RECEPTIONS.get(on.isoformat(), ({}, []))
        records.append(made(usual, faults, **changes))
    return records


# ---- chapters 16 and 17: travel -------------------------------------------------------------------------------------------------


def journeys():
    def abroad(number, who, first, last, faults=(), **changes):
        first = day(first)
        permitted = workdays(first, -6)
        usual = {
            "id": f"FT-{number}", "type": "foreign-travel", "by": who, "person": [who], "from": first, "to": day(last),
            "subject": "official",
            "steps": {
                "permission-requested": step(workdays(first, -7), addressee="kaz-akim"),
                "permitted": step(permitted, by="kaz-akim"),
                "notified": step(permitted, addressee="secrecy-officer"),
                "order-drafted": workdays(first, -5),
                "delivered": step(workdays(first, -5), addressee=DOC),
                "order-issued": step(workdays(first, -4), by="kaz-akim")}}
        return made(usual, faults, **changes)

    def trip(number, who, first, last, faults=(), **changes):
        first, last = day(first), day(last)
        usual = {
            "id": f"BT-{number}", "type": "business-trip", "by": who, "person": [who], "from": first, "to": last,
            "destination": "oblast-centre", "funding": "budget",
            "documents": [{"document": "service-note", "contents": ["trip-dates", "purpose", "nights", "route", "substitute"]}],
            "steps": {"trip-note-submitted": workdays(first, -3), "permitted": step(workdays(first, -2), by=HEAD),
                      "order-issued": workdays(first, -2), "cancel-note-submitted": None, "reported": workdays(last, 3)}}
        return made(usual, faults, **changes)

    def called_off(on, reason):
        return {"cancelled": True, "cancel_note_submitted": day(on), "reported": None, "reason": reason}

    official = {"id": "OT-1", "type": "official-trip", "by": "kaz-akim", "date": day("2025-09-24"), "places": ["turkistan"],
                "destination": "oblast-centre",
                "steps": {"minutes-drafted": day("2025-09-26"),
                          "minutes-agreed": step(day("2025-09-26"), by=["district-deputy-akim", HEAD])}}
    return [
        official,
        abroad(1, "kaz-deputy-1", "2025-11-03", "2025-11-07"),
        abroad(2, "kaz-deputy-2", "2026-03-30", "2026-04-03", ["travel-abroad-requested-7-working-days-before late"],
               permission_requested=step(day("2026-03-18"), addressee="kaz-akim"),
               permitted=step(day("2026-03-19"), by="kaz-akim"), notified=step(day("2026-03-19"), addressee="secrecy-officer")),
        trip(1, LEGAL, "2025-09-22", "2025-09-24"),
        trip(2, HR, "2026-01-08", "2026-01-09", ["business-trip-service-note-3-working-days-before late"],
             trip_note_submitted=day("2026-01-05")),
        trip(3, ORG, "2026-03-18", "2026-03-20", ["business-trip-reported-in-3-working-days late"], reported=day("2026-04-01")),
        trip(4, LEGAL, "2026-03-18", "2026-03-20"),  # 23 to 25 March are days off: by Monday 30
        trip(5, DOC, "2026-04-21", "2026-04-22", **called_off("2026-04-20", "аурып қалды")),
        trip(6, HR, "2026-05-20", "2026-05-21", ["business-trip-cancel-service-note-gives-reasons wrong"],
             **called_off("2026-05-18", None)),
    ]


# ---- chapters 18 to 20: staff ---------------------------------------------------------------------------------------------------


def staff_papers():
    def timesheet(number, on, faults=(), approved_by=HEAD):
        usual = {"id": f"TS-{number}", "type": "timesheet", "by": HR, "date": day(on), "worked-on-day-off": True,
                 "signed-by": ["structural-unit-head"],
                 "steps": {"approved": step(workdays(day(on), 2), by=approved_by),
                           "delivered": step(workdays(day(on), 3), addressee="chief-inspector-accountant")}}
        return made(usual, faults)

    def approved(record_id, kind, agreed_by, agreed, ordered, faults=()):
        return made({"id": record_id, "type": kind, "by": "kaz-employment", "date": day(agreed),
                     "steps": {"agreed": step(day(agreed), by=agreed_by), "order-issued": step(day(ordered), by="kaz-akim")}}, faults)

    def signed(record_id, kind, person, on, by, faults=()):
        return made({"id": record_id, "type": kind, "by": HR, "person": [person], "date": day(on), "signed-by": [by]}, faults)

    def for_evaluation(number, on, addressee, faults=()):
        return made({"id": f"EM-{number}", "type": "evaluation-material", "by": ORG, "person": [HEAD], "date": day(on),
                     "steps": {"delivered": step(workdays(day(on), 3), addressee=addressee)}}, faults)

    return [
        timesheet(1, "2025-10-25"),
        timesheet(2, "2026-03-21", ["timesheet-signed-approved-handed-over wrong"], approved_by="kaz-deputy-1"),
        approved("UR-1", "unit-regulation", LEGAL, "2025-10-06", "2025-10-13"),
        approved("UR-2", "unit-regulation", LEGAL, "2026-02-11", "2026-02-09", ["unit-regulation-agreed-then-approved wrong"]),
        approved("JD-1", "job-description", HR, "2025-11-17", "2025-11-24"),
        signed("CR-1", "character-reference", "turbat-akim", "2025-12-08", "kaz-akim"),
        signed("EC-1", "employment-certificate", "kaz-deputy-2", "2025-09-15", HEAD),
        signed("EC-2", "employment-certificate", "kaz-deputy-3", "2026-04-14", HR, ["employment-certificate-signed-by-head wrong"]),
        for_evaluation(1, "2025-12-22", HR),
        for_evaluation(2, "2026-04-06", DOC, ["evaluation-materials-to-hr wrong"]),
    ]
