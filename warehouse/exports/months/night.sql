-- name: rows by the month of their own night
SELECT t, strftime(t.night, '%Y-%m') AS month
FROM $table AS t
