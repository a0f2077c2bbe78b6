### Registret in och ut: läs in, granska, ta in, skriv ut i fil.

## Läs in

draft-reading = Läser in registret
draft-read = Läs in med den profilen
    .bar = läs in
    .button = Läs in
draft-profile = Importprofil
draft-unknown-layout = Säg en gång vilka kolumner som är vad. Nästa fil av samma slag känns då igen av sig själv.
draft-map = Beskriv layouten
    .bar = beskriv layouten
draft-step-read = Läs in
draft-step-review = Granska
draft-step-taken = Ta in

## Utkastet

draft-title = Läs in register
draft-read-on = inläst { $day }
draft-rows-left =
    { $rows ->
        [0] inget kvar att avgöra
        [one] 1 rad kvar
       *[other] { $rows } rader kvar
    }
draft-open-ones =
    { $count ->
        [one] En påbörjad inläsning
       *[other] { $count } påbörjade inläsningar
    }
draft-totals = Läget
draft-rows = Rader i filen
draft-added = Nya personer
draft-changed = Ändrade
draft-unchanged = Oförändrade
draft-ended = Avslutade
draft-absent = Saknas sedan förra listan
draft-part-to-take =
    { $rows ->
        [one] rad tas in
       *[other] rader tas in
    }
draft-part-taken =
    { $rows ->
        [one] rad togs in
       *[other] rader togs in
    }
draft-part-parked =
    { $rows ->
        [one] parkerad
       *[other] parkerade
    }
draft-part-left = kvar
draft-nothing-left =
    { $rows ->
        [one] Inget kvar att avgöra. 1 rad tas in.
       *[other] Inget kvar att avgöra. { $rows } rader tas in.
    }
draft-committing = Tar in registret
draft-taken = Registret är intaget.
draft-to-persons = Till personerna
draft-to-duplicates = Sök dubbletter
draft-and-more = {" "}+{ $count }
draft-known = Personen finns i registret:
draft-closed = Skyddade personuppgifter. Raden kan parkeras som den är; öppna den med ett skäl för att se och rätta den.
draft-open-words = Uppgifterna visas. Vem som öppnade, när och varför sparas i behandlingshistoriken.
draft-day = Nya nämnder gäller från
draft-day-give = Gäller alla rader som saknar dag

## Kommandon

draft-correct = Rätta raden
    .bar = rätta
    .button = Rätta
draft-commit = Ta in registret
    .bar = ta in
    .button = Ta in
draft-park-rest = Parkera alla rader som är kvar
    .button = Parkera alla kvar…
draft-accept-warnings = Godta alla varningar
    .button = Godta alla varningar…
draft-bulk-park = Parkera
draft-bulk-park-words =
    { $rows ->
        [one] 1 markerad rad parkeras och tas inte in.
       *[other] { $rows } markerade rader parkeras och tas inte in.
    }
draft-bulk-accept = Godta
draft-bulk-accept-words =
    { $rows ->
        [one] Varningen på 1 markerad rad godtas.
       *[other] Varningarna på { $rows } markerade rader godtas.
    }
draft-bulk-park-rest = Parkera alla kvar
draft-bulk-park-rest-words =
    { $rows ->
        [one] 1 rad är kvar. Den parkeras och tas inte in, och kan sparas i en lista att rätta och läsa in igen.
       *[other] { $rows } rader är kvar. De parkeras och tas inte in, och kan sparas i en lista att rätta och läsa in igen.
    }
draft-bulk-accept-warnings = Godta alla varningar
draft-bulk-accept-warnings-words =
    { $rows ->
        [one] 1 rad har bara varningar. Den godtas som den är.
       *[other] { $rows } rader har bara varningar. De godtas som de är.
    }
draft-discard = Kasta inläsningen
    .button = Kasta inläsningen
draft-discard-words = Raderna och besluten om dem tas bort. Inget har ändrats i personkretsen, och filen kan läsas in igen.
draft-report = Spara en lista över parkerade rader
    .bar = lista över parkerade
    .button = Spara parkerade rader…
draft-report-kind = CSV
draft-report-file = parkerade-rader-{ $date }

## Beskriv layouten

map-register-title = Beskriv registrets layout
map-register-save = Spara profilen och läs in registret
    .bar = spara och läs in
    .button = Spara och läs in
map-register-missing = Välj vilken kolumn som säger vem raden gäller: Person-id, dossiernummer eller personnummer.
map-register-words = Ord i kolumnerna
map-register-words-hint = Säg vad varje ord betyder. Ord som inte står här rättas på raden.
map-register-word = { $column }: ”{ $word }” betyder
map-register-full-name = Efternamn, förnamn
map-register-from = { $kind }: första dag
map-register-until = { $kind }: sista dag
map-register-day = { $kind }: dag
map-register-known = { $kind }: känt sedan
map-register-document = { $kind }: handlingens datum
map-register-person-id = Person-id
map-register-birth-date = Födelsedatum
map-register-cost-centre = Ansvar
map-register-board-name = Nämnd
map-register-board-from = Nämnden gäller från
map-register-group = Grupp
map-register-received = Mottagen i kommunen
map-register-dossier-number = Dossiernummer
map-register-personal-number = Personnummer
map-register-family-name = Efternamn
map-register-given-name = Förnamn

## Hela registret i fil

export-register = Exportera hela registret
    .bar = exportera
    .button = Exportera…
export-register-folder = Välj mapp för registrets filer
export-register-done = Registret är skrivet: { $persons } personer och { $entries } uppgifter.
export-register-pseudonymised =
    { $persons ->
        [one] En skyddad person står utan namn och nummer.
       *[other] { $persons } skyddade personer står utan namn och nummer.
    }
export-register-pseudonymise = Skriv dem utan namn och nummer

## Personer som en betalningslista föreslår

proposals-title = Föreslå personer
    .bar = föreslå personer
    .button = Föreslå personer
proposals-place =
    { $count ->
        [0] Personer som listan nämner och registret saknar
        [one] En person som listan nämner och registret saknar
       *[other] { $count } personer som listan nämner och registret saknar
    }
proposals-none = Listan nämner ingen som registret saknar. Rader som inte är matchade matchas för hand.
proposals-no-name = utan namn
proposals-lines = Rader i listan
proposals-more-lines = { $lines } och { $count } till
proposals-note = Att se upp med
proposals-differs = uppgifterna skiljer sig
proposals-told = Vad listan säger
proposals-born = född { $day }
proposals-board = Ansvarig nämnd för alla
proposals-board-from = Från och med
proposals-with-facts = Skriv in vad listan säger
proposals-strangers = Det är andra personer än de med samma namn
    .button = Det är andra personer
proposals-may-be = samma namn finns
proposals-mark-all = Markera alla, eller ingen
    .bar = markera alla
    .button = Markera alla
proposals-take = Lägg till de markerade och matcha deras rader
    .bar = lägg till
proposals-take-count =
    { $count ->
        [one] Lägg till 1 person
       *[other] Lägg till { $count } personer
    }
proposals-taken =
    { $persons ->
        [one] 1 person är tillagd,
       *[other] { $persons } personer är tillagda,
    } { $rows ->
        [one] 1 rad matchad.
       *[other] { $rows } rader matchade.
    }
proposals-back = Till Matcha
    .bar = till Matcha
