"""The assignments of a district: what is on control, letters and appeals, and the papers that come by the calendar.

`rnd` is the random() of the generator of a file, a call of its own being the dearest thing in these functions.
"""

from country.days import (AS_OF, ONE_MONTH_AFTER, WRITTEN, YEAR, month_begins, month_of, months_of, rolled, rolled_back, weeks_of,
                          workday, working_days)
from country.words import EXCEPTIONAL, QUESTIONS, REASONS, Quoted, person, title

def pick(rnd, values):
    return values[int(rnd() * len(values))]


def between(rnd, first, last):
    return first + int(rnd() * (last - first + 1))


def some_workday(rnd, first, last):
    return pick(rnd, working_days(first, last))


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def taken(**steps):
    """Those that were taken by the day of the run: a day, or a day with what else is told of the step."""
    done = {}
    for name, on in steps.items():
        if on.__class__ is int:
            if on <= AS_OF:
                done[name.replace("_", "-")] = WRITTEN[on]
        elif on and on[0] <= AS_OF:
            done[name.replace("_", "-")] = {"date": WRITTEN[on[0]], **on[1]}
    return done


# ---- on control -----------------------------------------------------------------------------------------------------------------

def term(rnd, received):
    """A kind of control, as a field and its word, and a due date that fits it."""
    which = rnd()
    if which < 0.02:
        return "mark", "very-urgent", workday(received, between(rnd, 2, 3))
    if which < 0.08:
        return "mark", "urgent", workday(received, between(rnd, 8, 10))
    if which < 0.70:
        return "control", "short", some_workday(rnd, workday(received, 11), ONE_MONTH_AFTER[received])
    if which < 0.97:
        return "control", "medium", some_workday(rnd, received + 40, received + 150)
    return "control", "long", some_workday(rnd, received + 190, received + 260)


def executors(rnd, district, received, due):
    """The lead, and in a third of all up to two others, who report within seven working days."""
    lead = pick(rnd, district.executors)
    others = int(rnd() * 4.5) - 2
    if others <= 0:
        return lead, [lead]
    listed = [{"office": lead, "collects": True}]
    for _ in range(others):
        other = pick(rnd, district.executors)
        if other != lead and other != listed[-1]["office"]:
            told = {"office": other, "delivered": WRITTEN[workday(received, 1)]}
            informed = min(workday(received, between(rnd, 2, 8)), due)
            if informed <= AS_OF:
                told["information-submitted"] = WRITTEN[informed]
            listed.append(told)
    return lead, listed if len(listed) > 1 else [lead]


def extension(rnd, lead, asked_of, decider, has_others, due, to):
    """Asked four working days or more ahead; refused where there is no new date."""
    asked = workday(due, -between(rnd, 4, 6))
    decided = workday(asked, between(rnd, 1, 2))
    if decided > AS_OF:
        return []
    told = {"requested": WRITTEN[asked], "addressee": asked_of}
    if has_others:
        told["agreed"] = WRITTEN[workday(asked, -1)]
    told |= {"written": True, "signed-by": lead, "reason": Quoted(pick(rnd, REASONS)), "decided": WRITTEN[decided],
             "decided-by": decider}
    return [told | ({"granted": True, "to": WRITTEN[to]} if to else {"granted": False})]


def extensions(rnd, lead, asked_of, decider, has_others, due, is_late):
    """What was asked for, and the day that is due in the end."""
    if is_late:
        return extension(rnd, lead, asked_of, decider, has_others, due, None), due
    if rnd() > 0.05:
        return [], due
    to = workday(due, between(rnd, 5, 20))
    asked = extension(rnd, lead, asked_of, decider, has_others, due, to)
    if not asked:
        return [], due
    if rnd() < 0.1:
        again = extension(rnd, lead, asked_of, decider, has_others, to, workday(to, between(rnd, 5, 15)))
        if again:
            again[0] |= {"exceptional": Quoted(pick(rnd, EXCEPTIONAL)), "discipline-considered": again[0]["requested"]}
            return asked + again, WRITTEN.index(again[0]["to"])
    return asked, to


def controlled(rnd, district, record, received, due, faults, is_from_oblast=False):
    """Adds what becomes of a record on control: executors, extensions, steps."""
    is_late = rnd() < faults and due > workday(received, 9) and workday(due, 20) <= AS_OF
    lead, listed = executors(rnd, district, received, due)
    asked_of = record.get("issued-by", district.akim)
    decider = asked_of if is_from_oblast else district.akim if rnd() < 0.7 else district.head
    moves, limit = ([], due) if due < workday(received, 9) else extensions(
        rnd, lead, asked_of, decider, len(listed) > 1, due, is_late)
    executed = workday(limit, between(rnd, 2, 12)) if is_late else some_workday(rnd, max(received, limit - 6), limit)
    consented = workday(executed, 1)
    record["executors"] = listed
    if moves:
        record["extensions"] = moves
    steps = taken(
        action_plan_approved=is_from_oblast and (workday(received, between(rnd, 2, 5)), {"by": district.akim}),
        warned=limit > workday(received, 3) and max(received, workday(limit, -between(rnd, 3, 6))),
        information_submitted=limit > workday(received, 5) and max(received, workday(limit, -between(rnd, 5, 7))),
        executed=executed,
        dispatched=is_from_oblast and executed,
        non_execution_note_submitted=is_late and workday(limit, 1),
        closing_note_submitted=min(consented, workday(limit, 1)),
        closing_consented=(consented, {"by": district.akim if rnd() < 0.5 else district.head}),
        closed=workday(executed, 2),
        discipline_proposed=is_late and workday(limit, between(rnd, 3, 8)))
    if steps:
        record["steps"] = steps
    if "closed" in steps:
        record["closing-ground"] = "executed-in-full"
    return record


def instruction(rnd, district, number, received, faults):
    kind, word, due = term(rnd, received)
    due = rolled(due)
    issued_by = district.akim if rnd() < 0.85 else pick(rnd, district.deputies)
    return controlled(rnd, district, {
        "id": number, "type": "instruction", "title": title(rnd, district.places), "issued-by": issued_by,
        "received": WRITTEN[received], "on-control": True, "due": WRITTEN[due], kind: word}, received, due, faults)


def of_meeting(rnd, district, number, received, faults):
    """Set down in the minutes of a meeting of the last days."""
    meeting, held = district.diary.meeting_before(rnd, received)
    due = some_workday(rnd, workday(held, 12), ONE_MONTH_AFTER[held])
    received = workday(held, 1)
    lead_signs = pick(rnd, ["department-head", "rural-akim"])
    return controlled(rnd, district, {
        "id": number, "type": "protocol-instruction", "title": title(rnd, district.places), "issued-by": district.akim,
        "meeting": meeting, "received": WRITTEN[received], "on-control": True, "due": WRITTEN[due], "control": "short",
        "documents": [{"document": "information", "addressee": district.akim, "signed-by": lead_signs}]}, received, due, faults)


def of_oblast(rnd, district, number, received, faults):
    due = some_workday(rnd, workday(received, 12), received + 90)
    return controlled(rnd, district, {
        "id": number, "type": "protocol-instruction", "title": title(rnd, district.places), "issued-by": district.region.akim,
        "body": district.id, "received": WRITTEN[received], "on-control": True, "due": WRITTEN[due]}, received, due, faults, True)


# ---- letters and appeals --------------------------------------------------------------------------------------------------------

SENDERS = ["oblast-department-head", "territorial-institution-head", "organisation-head", "oblast-apparatus-head"]


def incoming(rnd, district, number, received, faults):
    """Registered on its day; what comes after hours first of all on the next."""
    came, day_of_entry, entered = received_at(rnd, received, 18 * 60 + 25)
    if rnd() < faults and day_of_entry == received:
        day_of_entry, entered = workday(received, 2), between(rnd, 560, 1000)
    sender = pick(rnd, SENDERS)
    to = district.akim if sender.startswith("oblast") or rnd() < 0.6 else pick(rnd, district.deputies)
    dispatched = WRITTEN[day_of_entry]
    record = {
        "id": number, "type": "incoming-correspondence", "title": title(rnd, district.places), "body": district.id, "by": sender,
        "sender": "state-body", "addressee": [to], "received": f"{WRITTEN[received]}T{clock(came)}", "through": ["bqa"],
        "languages": ["kk"], "letterhead": True, "electronic-signature": True, "signed-by": [sender],
        "outgoing-number": f"{between(rnd, 1, 19):02}-{between(rnd, 1, 30)}/{between(rnd, 100, 9999)}",
        "outgoing-date": WRITTEN[workday(received, -1)], "executor-name": person(rnd),
        "executor-phone": f"7{between(rnd, 10, 29)}-{between(rnd, 100, 999)}-{between(rnd, 10, 99)}-{between(rnd, 10, 99)}",
        "registration-number": number, "sheets": between(rnd, 1, 12), "routed-to": to}
    entry = {"registered": {"date": f"{dispatched}T{clock(entered)}", "by": district.doc, "through": "bqa"},
             "dispatched": {"date": dispatched, "addressee": to}, "delivered": dispatched}
    if rnd() < 0.1:
        due = some_workday(rnd, workday(received, 10), ONE_MONTH_AFTER[received])
        record |= {"answer-needed": True, "on-control": True, "due": WRITTEN[due]}
        controlled(rnd, district, record, received, due, 0)
        record["steps"] = entry | record.get("steps", {})
    else:
        record["steps"] = entry
    return record


def received_at(rnd, day, closes):
    """When it came, by the minute; the day and the minute when it is entered."""
    if rnd() < 0.02:
        return between(rnd, closes + 10, closes + 120), workday(day, 1), between(rnd, 540, 550)
    came = between(rnd, 560, closes - 60)
    return came, day, came + between(rnd, 3, 50)


def outgoing(rnd, district, number, sent, faults):
    annexes = between(rnd, 1, 3)
    department = pick(rnd, district.departments)
    return {
        "id": number, "type": "outgoing-correspondence", "title": title(rnd, district.places), "by": department,
        "addressee": ["oblast-department"], "address": "облыс орталығы", "annexes-named": annexes,
        "annexes-attached": annexes - (rnd() < faults), "basis": "operational-matter", "languages": ["kk"],
        "signed-by": [pick(rnd, district.deputies)], "agreed-by": [department], "steps": {"dispatched": WRITTEN[sent]}}


def appeal(rnd, district, number, received, faults):
    came, day_of_entry, _ = received_at(rnd, received, 18 * 60 + 55)
    if rnd() < faults:
        day_of_entry = workday(day_of_entry, between(rnd, 1, 2))
    to = district.akim if rnd() < 0.5 else pick(rnd, district.deputies)
    record = {
        "id": number, "type": "appeal", "title": pick(rnd, QUESTIONS), "body": district.id, "by": "applicant",
        "received": f"{WRITTEN[received]}T{clock(came)}", "addressee": [to], "format": "written", "through": ["e-otinish"]}
    steps = {"registered": {"date": WRITTEN[day_of_entry], "through": "e-otinish"}}
    if rnd() < 0.15:
        forwarded = WRITTEN[workday(received, between(rnd, 1, 2))] if day_of_entry == received else WRITTEN[day_of_entry]
        record |= {"outside-competence": True, "signed-by": [pick(rnd, district.deputies)]}
        steps |= {"forwarded": forwarded, "notified": {"date": forwarded, "addressee": "applicant"}}
    else:
        record["routed-to"] = to
    return record | {"steps": steps}


def service_note(rnd, district, number, written, faults):
    department = pick(rnd, district.departments)
    return {"id": number, "type": "service-note", "title": title(rnd, district.places), "by": department,
            "addressee": [district.head], "date": WRITTEN[written], "through": ["bqa" if rnd() >= faults else "by-hand"],
            "signed-by": [department]}


STREAM = [  # of a hundred, up to; the prefix of their numbers
    (32, "05-2", instruction), (44, "05-3", of_meeting), (49, "05-1", of_oblast), (66, "03-1", incoming), (80, "03-2", outgoing),
    (94, "06-1", appeal), (100, "04-1", service_note)]


def stream(rnd, district, quarter, number, faults):
    """What comes in one after another, in the order of its days."""
    months = months_of(quarter)
    days = working_days(month_begins(months[0]), month_begins(months[-1] + 1) - 1)
    records = []
    for which in range(number):
        received = days[which * len(days) // number]
        share = rnd() * 100
        for up_to, prefix, made in STREAM:
            if share < up_to:
                records.append(made(rnd, district, f"{district.id}/{prefix}/{quarter}{which:05}", received, faults))
                break
    return records


# ---- by the calendar ------------------------------------------------------------------------------------------------------------

LIST_CONTENTS = ["event-kind", "date-given", "instruction-text", "executors", "due-dates", "closed-mark", "closing-ground",
                 "extension-mark", "note"]


def weekly(rnd, district, quarter, faults):
    records = []
    for monday, week in weeks_of(quarter):
        name, drafted = f"{YEAR}-W{week:02}", {"drafted": WRITTEN[workday(monday, -1)]}
        days = sorted({rolled(monday)} | {on for on in district.diary.planned if monday <= on <= monday + 6})
        records.append({
            "id": f"{district.id}/WS-{week:02}", "type": "weekly-schedule", "by": district.akim, "period": name, "steps": drafted,
            "entries": [{"date": WRITTEN[on], "by": district.akim, "title": title(rnd, district.places)} for on in days]})
        head = pick(rnd, district.departments)
        records.append({
            "id": f"{district.id}/HS-{week:02}", "type": "hall-schedule", "by": district.org, "period": name, "steps": drafted,
            "entries": [{"date": WRITTEN[workday(monday, 2)], "by": head, "title": "Семинар", "requested-by": head}]})
        if rnd() >= faults:
            records.append({
                "id": f"{district.id}/CL-{week:02}", "type": "control-list", "by": district.doc, "date": WRITTEN[rolled(monday)],
                "addressee": [district.head], "contents": LIST_CONTENTS})
    return records


def monthly(rnd, district, quarter, faults):
    records = []
    for month in months_of(quarter):
        name = f"{YEAR}-{month:02}"
        records.append({
            "id": f"{district.id}/CLM-{month:02}", "type": "control-list", "by": district.doc,
            "date": WRITTEN[rolled(month_begins(month) + 4)], "addressee": district.executors})
        reported = rolled(month_begins(month + 1))
        records.append({
            "id": f"{district.id}/LD-{month:02}", "type": "discipline-report", "by": district.hr, "period": name,
            "steps": {"reported": WRITTEN[workday(reported, 3) if rnd() < faults else reported]}})
        records += [draft_act(rnd, district, f"{district.id}/DA-{month:02}-{which}", pick(rnd, month_of(month)), faults)
                    for which in range(4)]
    return records


def draft_act(rnd, district, number, came, faults):
    is_resolution = rnd() < 0.5
    agreed = workday(came, 8 if is_resolution else 5)
    departments = workday(came, 7 if rnd() < faults else between(rnd, 3, 5))
    by = pick(rnd, district.departments)
    everyone = ["district-deputy-akim", "department-head", "rural-akim"]
    given = workday(came, -4)
    record = {
        "id": number, "type": "draft-act", "title": title(rnd, district.places), "by": by,
        "act": "akimdik-resolution" if is_resolution else "akim-order", "date": WRITTEN[given], "basis": "department-proposal",
        "languages": ["kk", "ru"], "media": ["electronic"], "agreement-result": "agreed", "executors": [by],
        "agreed-by": [*district.deputies, district.head, by, district.legal], "mailing-list": everyone}
    record["steps"] = taken(
        materials_submitted=given, sent_for_agreement=came, received_for_agreement=came,
        departments_agreed=is_resolution and departments, members_agreed=is_resolution and agreed, agreed=agreed,
        legal_unit_signed=workday(agreed, 1),
        paper_original_submitted=is_resolution and (workday(agreed, 2), {"addressee": district.doc}),
        session_submitted=is_resolution and workday(agreed, 3), signed=workday(agreed, 4),
        registered=(workday(agreed, 5), {"by": district.doc}), distributed=(workday(agreed, 7), {"addressee": everyone}))
    return record


def quarterly(rnd, district, quarter, faults):
    begins, name = month_begins(months_of(quarter)[0]), f"{YEAR}-Q{quarter}"
    following = month_begins(months_of(quarter)[-1] + 1)
    records = [{
        "id": f"{district.id}/TP-{quarter}-{which:02}", "type": "trip-proposal", "by": by, "period": name,
        "steps": {"submitted": WRITTEN[workday(begins, between(rnd, 1, 2) if rnd() < faults else -between(rnd, 1, 8))]}}
        for which, by in enumerate(district.executors)]
    records.append({
        "id": f"{district.id}/SR-{quarter}", "type": "summary-report", "by": district.doc, "period": name,
        "contents": ["oblast-akim-assignments", "district-akim-assignments"],
        "steps": {"reported": WRITTEN[rolled_back(following + 18)]}})
    monitored = workday(following, 6)
    records += [{
        "id": f"{district.id}/SM-{quarter}-{which}", "type": "staff-monitoring", "by": deputy, "period": name,
        "person": district.supervised_by(deputy),
        "steps": {"monitored": WRITTEN[monitored], "reported": {"date": WRITTEN[workday(monitored, 5)], "addressee": deputy}}}
        for which, deputy in enumerate(district.deputies)]
    records.append({
        "id": district.diary.tour_plan(quarter), "type": "visit-schedule", "by": district.akim, "period": name,
        "channels": ["district-media", "district-akim-site"],
        "steps": {"approved": {"date": WRITTEN[workday(begins, -4)], "by": district.akim},
                  "sent": {"date": WRITTEN[workday(begins, -3)], "addressee": "chief-inspector"}},
        "entries": [{"date": WRITTEN[on], "by": district.akim, "places": list(okrug.settlements)}
                    for _, (on, okrug) in district.diary.of_quarter(quarter, district.diary.tours)]})
    return records


def yearly(district):
    presented = workday(month_begins(1), -4)
    return [
        {"id": f"{district.id}/PLAN", "type": "trip-plan", "by": district.org, "period": str(YEAR),
         "steps": {"agreed": {"date": WRITTEN[workday(presented, -2)], "by": [*district.deputies, district.head]},
                   "presented": {"date": WRITTEN[presented], "addressee": district.akim}}},
        {"id": f"{district.id}/CS", "type": "commission-schedule", "by": district.policy, "period": str(YEAR),
         "entries": [{"date": WRITTEN[on], "by": district.policy} for on in district.diary.commissions]},
        {"id": f"{district.id}/RS", "type": "reception-schedule", "by": district.doc, "period": str(YEAR),
         "entries": [{"date": WRITTEN[on], "by": by} for on, by in district.diary.receptions]},
        {"id": f"{district.id}/DB", "type": "database", "by": district.akim, "date": WRITTEN[workday(month_begins(1), 20)],
         "contents": ["small-and-medium-business", "producers", "entrepreneurs", "peasant-farms"]}]


def of_district(rnd, district, quarter, faults):
    number = district.stream * quarter // 4 - district.stream * (quarter - 1) // 4
    records = weekly(rnd, district, quarter, faults) + monthly(rnd, district, quarter, faults)
    records += quarterly(rnd, district, quarter, faults) + (yearly(district) if quarter == 1 else [])
    return records + stream(rnd, district, quarter, number, faults)
