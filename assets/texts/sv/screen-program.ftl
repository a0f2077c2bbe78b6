### Om Återsök och Lämna programmet, under Inställningar.

set-about = Om Återsök
    .found = version licens support hjälppaket felsökning
about-system = System
about-library = Databasmotor
about-path = Databas
about-size = Storlek
about-bytes = { $bytes } byte
about-tables = Tabellernas version
about-events = Händelser
about-head = Kedjans slut
about-log = Logg över avslag
about-no-log = förs inte
about-part = Del
about-news = Nytt i { $version }
about-parts = Delar som andra har gjort

support-title = Hjälppaket
support-words = Det här kan den som hjälper behöva: versioner, storlekar, inställningar utan namn, de senaste felkoderna och vad en kontroll av databasen visar. Inget om någon person. Läs det innan du sparar; inget skickas.
support-make = Gör hjälppaket
    .bar = hjälppaket
    .button = Gör hjälppaket
support-save = Spara hjälppaket
    .bar = spara paket
    .button = Spara…
support-saved = Sparat: { $path }

set-leave = Lämna programmet
    .found = export utlämning avsluta exit lämna ut allt
exit-words = Allt som programmet har skrivs i en mapp: varje tabell som CSV och JSON, varje inläst fil, handling och bokföringsfil som den kom eller gick ut, beskrivningar av tabeller och kolumner, och kontrollsummor. Den som tar emot mappen behöver inte Återsök.
exit-open = { $count ->
    [0] Mappen är inte krypterad: förvara den som akterna.
    [one] Mappen är inte krypterad och en skyddad person står öppet i den: förvara den som akterna.
   *[other] Mappen är inte krypterad och { $count } skyddade personer står öppet i den: förvara den som akterna.
}
exit-alone = Databasen är en persons. Ange ett skäl; det sparas i behandlingshistoriken utan andra person.
exit-nobody = Ingen har begärt det. Den som sköter programmet begär det med ett skäl, och någon som får öppna skyddade personer bekräftar det under Att attestera.
exit-waits = Begärt av { $by }: { $reason }. Det väntar på någon annans bekräftelse under Att attestera.
exit-confirmed = Begärt av { $by }: { $reason }. Bekräftat av { $second }.
exit-ask = Begär att allt lämnas ut
    .bar = begär
    .button = Begär…
exit-ask-title = Begär att allt lämnas ut
exit-ask-words = Skriv varför. Skälet läses av den som bekräftar och sparas i behandlingshistoriken.
exit-write = Skriv ut allt
    .bar = skriv ut allt
    .button = Skriv ut allt…
exit-write-title = Skriv ut allt
exit-write-words = Skriv varför. Skälet sparas i behandlingshistoriken. Sedan väljer du en tom mapp.
exit-folder = Välj en tom mapp
exit-writing = Skriver ut allt
exit-progress = { $percent } % klart
    .unknown = Skriver…
exit-written = Allt är utskrivet
exit-path = Mapp
exit-tables = Tabeller
exit-rows = Rader
exit-documents = Dokument
exit-files = Filer
exit-files-size = { $files } filer, { $bytes } byte
exit-events = Till och med händelse
exit-head = Kedjans slut
exit-sha256 = Kontrollsumma
exit-verify = Pröva det med det huvudlösa programmet: atersok-cli exit verify läser tillbaka mappen i en tom databas och jämför rader, summor, kontrollsummor och händelsekedja.

extract-act = Registerutdrag
    .button = Registerutdrag…
extract-act-words = Allt som finns om personen skrivs som PDF, och som JSON bredvid. Skriv varför; skälet sparas i behandlingshistoriken.
extract-others-masked = Andra dolda, för en kopia som lämnas till någon annan
extract-written = Skrivet: { $path }

handbook-title = Handboken
    .found = hjälp manual lär ordlista
handbook-chapters = Kapitel
handbook-find = Sök i handboken
    .bar = sök
handbook-back = Tillbaka
    .bar = tillbaka
handbook-count = { $count ->
    [0] Inget ställe har alla orden.
    [one] Ett ställe.
   *[other] { $count } ställen.
}
help-handbook =
    Handboken går i månadens ordning. Alt L söker i den: varje ställe där alla orden står visas, och leder dit.
help-read-on = Läs i handboken (Skift F1)

training-begin = Öva med ett påhittat år
training-begin-words = En påhittad kommun med femton månader bakom sig och övningar som programmet rättar. Ingen lösenfras; inget av det kan hamna i kommunens egen databas.
training-making = Övningskommunen görs i ordning
set-practice = Öva
    .found = övning övningskommun rätta utbildning lära
training-elsewhere = Övningarna finns i övningskommunen. Stäng databasen och välj Öva med ett påhittat år där databasen öppnas.
training-words = Gör övningarna efter handboken och rätta dem här. Varje del sägs vara rätt, eller vad som är kvar att göra.
training-files = Övningens filer ligger i { $path }
training-check = Rätta övningen
    .bar = rätta
    .button = Rätta övningen
training-anew = Börja om från början
    .button = Börja om
training-anew-words = Övningskommunen kastas och görs på nytt, med det som har sparats i dess mapp. Kommunens egen databas rörs inte.
training-done = Allt är rätt.
training-left = { $count ->
    [one] En del är kvar.
   *[other] { $count } delar är kvar.
}
training-right = rätt
training-not-yet = kvar
