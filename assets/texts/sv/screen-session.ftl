### Öppna, låsa, dagens datum och märken.

## Ramen

command-business-date = Ändra dagens datum
command-lock = Lås programmet
    .found = öppna annan databas byt version
    .button = Lås
lock-losing-title = Lås och kasta det som är skrivet
lock-losing = { $what } Det försvinner när programmet låses.
lock-anyway = Kasta och lås
quit-losing-title = Stäng och kasta det som är skrivet
quit-losing = { $what } Det försvinner när programmet stängs.
quit-anyway = Kasta och stäng
closing-database = Databasen stängs och säkerhetskopian görs
business-date-title = Arbetsdatum
business-date-advice = Dagen som programmet räknar med: verifikationsdatum och dagar kvar. Behandlingshistoriken har alltid datorns egen tid.
business-date-set = Ändra
date-form = ÅÅÅÅ-MM-DD
mark-training = Övningsdatabas
mark-one-person = En person, beslut { $decision }
mark-one-person-undecided = En person, beslut saknas
mark-sheet-missing = Återställningsblad saknas
mark-key = nyckel
mark-accounts = konton
mark-codes = koder
mark-examples = { $what } är exempel
palette-person = Person
palette-list = Inbetalning
palette-order = Bokföringsorder

## Öppna eller skapa

opening-title = Välkommen till Återsök
opening-lead = Statsbidrag för flyktingmottagande: varje krona, varje person, varje datum, förklarade. Allt ligger krypterat på den här datorn.
opening-create = Skapa en ny databas
opening-open = Öppna en befintlig
opening-restore = Läs tillbaka en säkerhetskopia
opening-backup-fault = Databasen är stängd, men ingen säkerhetskopia gjordes. { $why }
opening-version = Version { $version }
opening-place = Var databasen ska ligga
opening-place-choose = Välj plats…
opening-file = Databasfil
opening-file-choose = Välj fil…
opening-file-kind = Återsöks databas
opening-municipality = Kommun
opening-municipality-hint = till exempel Exempelstads kommun
opening-organisation-number = Organisationsnummer
opening-organisation-number-hint = NNNNNN-NNNN
opening-hands = Vilka som arbetar
opening-hands-two = Två personer
opening-hands-two-advice = Den ena förbereder, den andra attesterar. Båda sitter vid datorn nu.
opening-hands-one = En person
opening-hands-one-advice = För övning, eller när kommunen har beslutat det. Varje utskrift säger det, tills två tar över.
opening-decision = Beslut om att en person sköter allt
opening-decision-advice = Beslutets nummer. Lämnas det tomt säger varje utskrift att beslut saknas.
opening-forgotten = Glömt lösenordet?
opening-recover = Ge mig ett nytt lösenord
opening-recover-words = Hämta kuvertet med återställningsbladet. Är två administratörer på plats kan de i stället ge dig ett nytt lösenord under Användare och attester.
opening-recovery-code = Återställningskod
opening-recovered = Ditt nya lösenord gäller. Koden på det gamla bladet är förbrukad; här är den nya.
opening-passphrase = Lösenfras
opening-passphrase-hint = minst tolv tecken
opening-passphrase-advice = Fyra eller fem ord som inte hör ihop är lätta att minnas och svåra att gissa. Den kan inte återskapas: utan lösenfrasen går databasen inte att öppna. Förvara den som kommunens andra nycklar.
opening-passphrase-again = Lösenfrasen en gång till
opening-passphrase-differs = De två lösenfraserna är olika. Skriv dem på nytt.
opening-passphrase-from-environment = Nyckeln ges av datorns inställningar. Ingen lösenfras behövs.
opening-training = Övningsdatabas
opening-training-advice = Märks på varje sida och i varje utskrift. Välj det om du vill pröva programmet.
opening-create-act = Skapa databasen
opening-open-act = Öppna
opening-unlock-act = Lås upp
opening-other = Öppna, skapa eller läs tillbaka en annan databas
opening-back = Tillbaka
opening-working = Öppnar. Det tar någon sekund, för att en gissad lösenfras ska ta lång tid.
