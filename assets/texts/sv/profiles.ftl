### Fel i importprofiler och i exporter, med plats före.

profile-not-toml = är ingen TOML
profile-unknown-key = finns inte i importprofiler
profile-missing = saknas
profile-wrong-type = ska vara { $expected }
profile-unknown-value = har det okända värdet { $value }
profile-empty = är tom
profile-name-twice = använder rubriken { $name }, som redan gäller { $other }
profile-not-in-kind = hör inte till { $kind }
profile-clash = går inte ihop med { $other }
profile-too-few-required = har { $found } obligatoriska kolumner, minst { $expected } behövs för att känna igen layouten
profile-no-column = har ingen kolumn, så varje rad skulle få uppgiften
profile-unknown-column = nämner kolumnen { $name }, som profilen inte har

export-text-too-long = Texten "{ $text }" är { $length } tecken, fältet rymmer { $limit }.
export-control-character = Texten "{ $text }" har ett styrtecken.
export-not-in-encoding = Texten "{ $text }" har tecken som { $encoding } saknar: { $characters }.
export-name-missing = Koden { $text } saknar namn. Lägg till det under Inställningar.
export-dimension-clash = Två delar av kodsträngen har samma dimension, { $text }.
export-no-vouchers = Det finns inga verifikationer.
export-voucher-unbalanced = Verifikation { $voucher } går inte ihop; skillnaden är { $difference }.
export-date-outside-period = Verifikation { $voucher } har datum { $date }, som ligger utanför period { $period }.
export-period-not-carried = SIE har ingen plats för period { $period }: där avgör verifikationsdatum månaden. Välj ett annat format, eller en period utan nummer 13.
export-amount-too-large = Beloppet { $amount } är för stort för ett kalkylblad.
export-sum-differs = Summan { $given } är inte summan av raderna, { $sum }.
export-row-width = Rad { $row } har fel antal celler.
export-writer = Filen kunde inte göras ({ $reason }).
