# Elever och skollistor på skärmen.

school-title = Elever
    .command = Gå till eleverna
    .found = skola skolgång skollistor fyraveckorsperioder utbildning
school-sum =
    { $count ->
        [one] { $shown } rad med fyraveckorsperioder, { $amount } kronor
       *[other] { $shown } rader med fyraveckorsperioder, { $amount } kronor
    }
school-differing =
    { $count ->
        [one] { $shown } skiljer sig från e-tjänsten
       *[other] { $shown } skiljer sig från e-tjänsten
    }
school-filter = Vilka elever som visas
school-period = Kvartal
school-unit = Listan kommer från
school-no-unit = hela kommunen
school-shown = Visa
school-all = alla
school-only-differing = det som skiljer eller inte är känt
school-empty = Inga fyraveckorsperioder börjar i kvartalet. Läs in skollistan för det, och se till att terminerna står under Inställningar, Skola.
school-nothing = Allt i kvartalet stämmer med e-tjänsten.
school-import = Läs in skollista
    .button = Läs in skollista
school-import-files = Skollistor (CSV eller Excel)
school-open = Visa personen
school-periods = Perioder
school-starts = Börjar
school-service = E-tjänsten
school-compared = Mot e-tjänsten
school-not-claimed = söks inte än
school-service-unknown = inte ifyllt
school-service-same = stämmer
school-service-other = skiljer sig
school-form = Skolform
school-from = Från
school-until = Till
school-outcome = Blir
school-outcome-added = ny
school-outcome-changed = ändras
school-outcome-ended = avslutas
school-outcome-unchanged = oförändrad
school-draft-title = Skollista
school-reading = Läser skollistan
school-commit = Ta in skollistan
school-committing = Tar in skollistan
school-taken = Skollistan är intagen
school-discard-words = Listan och besluten om raderna kastas. Inget av den läggs in.
school-added = Nya
school-to-pupils = Till eleverna
