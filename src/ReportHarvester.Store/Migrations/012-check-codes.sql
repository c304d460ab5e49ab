-- Documents of a report that differ, and figures changed after publication, go by the codes of the list of checks.
UPDATE report_issue SET code = 'C-MULTI' WHERE code IN ('TWINS-DIFFER', 'COPIES-DIFFER');
UPDATE report_issue SET code = 'C-CHANGED' WHERE code = 'CHANGED-AFTER-PUBLICATION';
UPDATE review SET code = 'C-MULTI' WHERE code IN ('TWINS-DIFFER', 'COPIES-DIFFER');
UPDATE review SET code = 'C-CHANGED' WHERE code = 'CHANGED-AFTER-PUBLICATION';
