### Sista ansökningsdagar: ord som kärnan sätter ihop.

claim-period-quarter = Kvartal { $quarter } { $year }
claim-period-year = År { $year }
