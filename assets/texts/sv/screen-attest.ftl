### Att attestera, och användare och roller under Inställningar.

attest-title = Att attestera
    .found = attest godkänn väntar andra person
attest-place = Det som andra har förberett och som väntar på en andra person
attest-place-alone = Databasen har inga användare: attesten märks utan andra person
attest-kind = Slag
attest-kind-booking-order = Bokföringsorder
attest-kind-claim = Ansökan
attest-kind-lost = Förlorat krav
attest-kind-role = Roll
attest-kind-exit = Allt lämnas ut
attest-name = Vad
attest-amount = Belopp
attest-prepared = Förberett av
attest-hindered = Hinder för dig
attest-empty = Inget väntar på attest.
attest-decide = Attestera
    .bar = attestera
    .button = Attestera
attest-decide-title = Attestera { $name }
attest-decide-words = Förberett av { $by }. Attesten skrivs under med din egen nyckel, och det som är attesterat ändras inte mer.
attest-return = Lämna tillbaka
    .button = Lämna tillbaka
attest-return-title = Lämna tillbaka { $name }
attest-return-words = Skriv vad som är fel. Den som förberedde läser det i historiken. Inga namn eller nummer på personer.

password-again = Ditt lösenord

role-handler = handläggare
role-district-handler = handläggare i stadsdel
role-attestant = attestant
role-administrator = administratör
role-auditor = revisor
role-service = program

set-users = Användare och attester
users-name = Användare
users-full-name = Namn
users-roles = Roller
users-state = Läge
users-fingerprint = Nyckelns avtryck
users-active = kan logga in
users-service = program
users-out = har slutat
users-recovered = ny nyckel
users-role-waits = { $role } (väntar på bekräftelse)
users-role-not-today = { $role } (gäller inte i dag)
users-words = En roll gäller när två administratörer har gett den. Användare, roller och attester läggs in med det huvudlösa programmet; en föreslagen roll bekräftas under Att attestera.
users-register = Attestförteckning
users-decision = Beslut
users-kinds = Gäller
users-boards = Nämnder
users-every-board = alla
users-limit = Högst
users-no-limit = utan gräns
users-days = Tid
users-span = { $from } – { $until }
users-no-attests = Ingen attest är införd. Nämndens beslut förs in med attestregister add.
users-one-person = En person arbetar i den här databasen, enligt beslut { $decision }. Varje utskrift är märkt med det.
users-one-person-undecided = En person arbetar i den här databasen, och något beslut om det är inte angett. Varje utskrift är märkt med det.

opening-user = Användare
opening-user-hint = namnet som du loggar in med
opening-password = Lösenord
opening-login-act = Logga in
opening-logging-in = Loggar in. Det tar någon sekund, för att ett gissat lösenord ska ta lång tid.
