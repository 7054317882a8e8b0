SELECT id FROM assignments WHERE closed - received >= 15;
SELECT o.office || '/' || w.name FROM offices o, weeks w
WHERE (o.office, w.week) NOT IN (SELECT office, week FROM meetings);
