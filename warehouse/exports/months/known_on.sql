-- name: rows by the month of their own known_on
SELECT t, strftime(t.known_on, '%Y-%m') AS month
FROM $table AS t
