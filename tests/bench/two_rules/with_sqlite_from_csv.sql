.mode csv
CREATE TABLE offices (office TEXT);
CREATE TABLE weeks (week INTEGER, name TEXT);
CREATE TABLE assignments (id TEXT, received INTEGER, closed INTEGER);
CREATE TABLE meetings (id TEXT, office TEXT, week INTEGER);
.import --skip 1 offices.csv offices
.import --skip 1 weeks.csv weeks
.import --skip 1 assignments.csv assignments
.import --skip 1 meetings.csv meetings
.mode list
SELECT id FROM assignments WHERE closed - received >= 15;
SELECT o.office || '/' || w.name FROM offices o, weeks w
WHERE (o.office, w.week) NOT IN (SELECT office, week FROM meetings);
