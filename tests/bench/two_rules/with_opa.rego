package two_rules

import rego.v1

held := {cell | some meeting in input.meetings; cell := [meeting.office, meeting.week]}

violations contains assignment.id if {
	some assignment in input.assignments
	assignment.closed - assignment.received >= 15
}

violations contains missed if {
	some office in input.offices
	some week in input.weeks
	not [office.office, week.week] in held
	missed := sprintf("%s/%s", [office.office, week.name])
}
