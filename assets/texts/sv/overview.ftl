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
waits-silent = { $count ->
    [one] 1 enhet är tyst
   *[other] { $count } enheter är tysta
}
waits-overdue = { $count ->
    [one] 1 sista dag har passerat
   *[other] { $count } sista dagar har passerat
}
waits-numbers = { $count ->
        [1] 1 utan verifikationsnummer
       *[other] { $count } utan verifikationsnummer
    }

chain-paid = Utbetalt
chain-distributed = Fördelat
chain-handed-over = Överfört
chain-booked = Bokfört
chain-agrees = stämmer
chain-waits-distributed = på observationskontot
chain-waits-handed-over = väntar på bokföringsorder
chain-waits-booked = utan verifikationsnummer

key-change-lost = { $name } har ingen nyckel från { $from } (hade { $was }).
key-change-lost-until = { $name } har ingen nyckel { $from } till { $until } (hade { $was }).
key-change-gets = { $name } får en nyckel från { $from }: { $is }.
key-change-gets-until = { $name } får en nyckel { $from } till { $until }: { $is }.
key-change-another = { $name } får en annan nyckel från { $from }: { $is } i stället för { $was }.
key-change-another-until = { $name } får en annan nyckel { $from } till { $until }: { $is } i stället för { $was }.
template-name-heading = ersättningens namn
order-other-format = Ordern är redan överförd som { $formats }. Kontrollera att ekonomisystemet inte läser båda.
