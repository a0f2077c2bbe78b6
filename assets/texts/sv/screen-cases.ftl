### Ärenden: arbetslistan, ett ärende, och slagens och lägenas ord.

case-kind-lump-sum = Schablonersättning
case-kind-claim = Återsökning
case-kind-responsibility-change = Ändrat ansvar
case-kind-other = Annat
case-state-draft = utkast
case-state-active = aktivt
case-state-changed = ändrat, att anmäla
case-state-ended = upphört
case-state-closed = avslutat
case-document-decision = beslut
case-document-receipt = kvitto
case-document-evidence = annat underlag
cases-title = Ärenden
    .found = handläggning handläggare utredning arbetslista
cases-count =
    { $count ->
        [one] ett ärende
       *[other] { $shown } ärenden
    }
cases-more = fler än { $shown }; välj handläggare, nämnd eller dag för att se resten
cases-to-persons = Till personerna
cases-open-list = Alla ärenden
cases-empty = Inga ärenden än. Ett ärende håller ihop det kommunen gör för att få ersättning för en person.
cases-nothing = Inget ärende passar urvalet.
cases-number = Ärende
cases-due = Nästa dag
cases-days-left = Dagar
cases-due-what = Att göra
cases-person = Person
cases-kind = Slag
cases-compensation = Ersättning
cases-board = Nämnd
cases-officer = Handläggare
cases-state = Läge
cases-filter = Urval
cases-any-officer = Alla handläggare
cases-any-board = Alla nämnder
cases-any-due = Alla dagar
cases-due-passed = Passerade
cases-due-14 = Inom 14 dagar
cases-due-45 = Inom 45 dagar
cases-any-state = Alla utom avslutade
cases-open = Öppna ärendet
    .bar = öppna
cases-add = Nytt ärende
    .bar = nytt ärende
cases-none-of-person = Inga ärenden.
case-not-a-file = Ärendet gäller ersättningen. Det är inte socialtjänstens personakt: skriv inget om vård, hälsa eller bedömningar.
case-add-button = Öppna ärende
case-person-hint = namn eller nummer
case-officer-hint = tomt: du själv
case-no-choice = Ingen
case-person-board = Personens nämnd i dag
case-due-on = Nästa dag
case-due-what = Att göra den dagen
case-note = Anteckning
case-back = Till ärendelistan
    .bar = tillbaka
case-move-active = Gör aktivt
case-move-changed = Ändrat, att anmäla
case-move-ended = Upphört
case-move-closed = Avsluta
case-change = Ändra eller anteckna
    .bar = ändra
case-change-save = Spara
case-add-due = Ny bevakning
    .bar = bevakning
case-settle = Klarmarkera bevakningen
    .bar = klar
case-attach = Lägg till handling
    .bar = handling
case-attach-title = Välj handlingen
case-attach-words = Filen sparas i den krypterade databasen. Högst 50 MB; PDF, bilder och kontorsfiler utan makron.
case-attach-file = Fil: { $name }
case-document-kind = Slag
case-secret = Innehåller sekretess
case-secret-mark = sekretess
case-save-document = Spara handlingen som fil
    .bar = spara fil
case-save-title = Spara handlingen
case-secret-ask = Handlingen är sekretessbelagd och lämnar den krypterade databasen när den sparas. Skriv varför; det sparas i behandlingshistoriken.
case-saved = Sparad: { $path }
case-dues = Bevakningar
case-no-dues = Inga bevakningar.
case-documents = Handlingar
case-no-documents = Inga handlingar.
case-log = Logg
case-done = klar { $at } av { $by }
case-size = Storlek
case-name = Namn
case-at = När
case-who = Vem
case-closed-person = Personen har skyddade personuppgifter. Bevakningar, handlingar och logg visas när personen har öppnats med ett skäl.
case-to-person = Till personen
cases-due-soon =
    { $count ->
        [one] Ett ärende har en dag inom 14 dagar
       *[other] { $count } ärenden har en dag inom 14 dagar
    }
cases-none-soon = Inget ärende har en dag inom 14 dagar
palette-case = Ärende
