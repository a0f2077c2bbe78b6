### Bevakningar: det som ska göras om någon, med sista dag.

watches-title = Bevakningar
watches-within = { $count } inom 14 dagar
watches-passed = { $count } har passerat
watches-of = { $shown } av { $total }
watches-all = Visa alla
watches-show-all = Visa alla bevakningar
watches-to-start = Till Start
watches-none = Inget att bevaka de närmaste månaderna.
watches-none-until = Inget att bevaka i det urvalet.
watches-count =
    { $count ->
        [one] En bevakning
       *[other] { $shown } bevakningar
    }
watches-filter = Urval
watches-until = Dag
watches-kind = Slag
watches-any-kind = Alla slag
watches-of-kind = { $what } ({ $count })
watches-any-day = Alla dagar
watches-until-passed = Har passerat
watches-until-14 = Inom 14 dagar
watches-until-45 = Inom 45 dagar
watches-due = Senast
watches-days-left = Dagar
watches-what = Vad
watches-person = Person
watches-note = Anmärkning
watches-moved-because = Flyttad: { $reason }
watches-unverified = ej kontrollerad mot källan
watches-open = Öppna personen
    .bar = öppna
watches-show = Visa personens bevakningar, eller uppgifterna

## Märka

watches-marks = Märk den valda bevakningen
watches-done = Märk bevakningen som klar
    .bar = klar
    .button = Klar
watches-move = Flytta bevakningen till en annan dag
    .bar = flytta
    .button = Flytta…
watches-drop = Bevakningen är inte aktuell
    .bar = inte aktuell
    .button = Inte aktuell…
watches-undo = Ångra det som senast märktes
    .bar = ångra
    .button = Ångra
watches-marked-done = Klar: { $what }, { $person }.
watches-marked-moved = Flyttad: { $what }, { $person }.
watches-marked-not-applicable = Inte aktuell: { $what }, { $person }.
watches-marked-undone = Markeringen är borttagen: { $what }, { $person }.
watches-move-title = Flytta en bevakning
watches-drop-title = Inte aktuell
watches-about = { $what }, { $person }. Senast { $due }.
watches-new-day = Ny dag
watches-move-save = Flytta
watches-drop-save = Ta bort ur listan

help-watches =
    Här står allt som ska anmälas, bekräftas eller förnyas, för alla personer. Dagarna följer av personernas uppgifter; rättas en uppgift ändras bevakningen med den.

    K märker den valda som klar. S flyttar den till en annan dag och I säger att den inte är aktuell; båda frågar efter skäl. Ctrl Z ångrar det senaste. Enter öppnar personen.

    Ej kontrollerad mot källan betyder att ingen har läst regeln där. Kontrollera dagen innan du litar på den.

## Sista dag ur lagen

last-day-law = Försiktig dag { $cautious }, som varningarna går efter. Migrationsverket skriver { $practice }, och enligt lag blir det { $statutory } när helgdagar räknas in.
last-day-law-same = Försiktig dag { $cautious }, som varningarna går efter. Migrationsverkets dag och lagens är densamma.
last-day-law-none = Ersättningen söks inte, eller har ingen sista dag i förordningen. Skriv dagen själv.
last-day-law-reception = Sista dagen räknas från det första mottagandet. Skriv dagen själv.
last-day-law-typed = Den dag som redan står här är kvar.

## Led som bara hör till det förväntade

trace-kind-expected = Förväntat
trace-kind-granted = Beviljat
