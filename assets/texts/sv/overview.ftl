### Navigationen, kedjan och startsidan, så som kärnan säger det.

waits-nothing = inget väntar
waits-persons = { $count ->
        [0] inga personer
        [1] 1 person
       *[other] { $count } personer
    }
waits-lists = { $count ->
        [1] 1 lista att granska
       *[other] { $count } listor att granska
    }
waits-distribution = { $count ->
        [1] 1 lista att fördela
       *[other] { $count } listor att fördela
    }
waits-orders = { $count ->
        [1] 1 att bokföra
       *[other] { $count } att bokföra
    }

chain-paid = Utbetalt
chain-distributed = Fördelat
chain-handed-over = Överfört
chain-booked = Bokfört
chain-agrees = stämmer
chain-waits-distributed = på observationskontot
chain-waits-handed-over = väntar på bokföringsorder
chain-waits-booked = utan verifikationsnummer

key-persons-board = nämnd
order-other-format = Ordern är redan överförd som { $formats }. Kontrollera att ekonomisystemet inte läser båda.
