//! An id that a scheduled job has made: asked for again it does nothing twice, and it never stands for two things.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use acceptance::{Desk, LIST_A, data, text};
use serde_json::json;

#[test]
fn an_id_stands_for_one_thing() {
    let mut desk = Desk::with_register();
    let file = desk.path("oktober.csv");
    std::fs::copy(data(LIST_A), &file).unwrap();
    let import = |file: &std::path::Path| json!({ "id": "nattjobb", "path": file });
    let done = desk.call("payments.import", import(&file));
    assert_eq!(desk.call("payments.import", import(&file))["list"], done["list"]);
    // Another file, and one that is not there, are not what was read.
    let other = desk.path("november.csv");
    let mut bytes = std::fs::read(&file).unwrap();
    bytes.extend(b"\r\n");
    std::fs::write(&other, bytes).unwrap();
    assert_eq!(desk.refused("payments.import", import(&other)).code, "id-taken");
    let nowhere = desk.path("finns-inte.csv");
    let reply = desk.refused("payments.import", import(&nowhere));
    assert!(!reply.by_rule, "it cannot be read: {reply:?}");

    let register = |desk: &Desk, name: &str| {
        let path = desk.path(name);
        let heading =
            "Person-id;Personnummer;Dossiernummer;Efternamn;Förnamn;Födelsedatum;Nämnd;Ansvar";
        let row = format!("{name};;;A;B;1990-01-01;;");
        std::fs::write(&path, format!("{heading}\n{row}\n")).unwrap();
        json!({ "id": "register", "path": path })
    };
    let (first, second) = (register(&desk, "R1.csv"), register(&desk, "R2.csv"));
    desk.call("register.read", first.clone());
    desk.call("register.read", first);
    assert_eq!(desk.refused("register.read", second).code, "id-taken");

    desk.call("match.run", json!({ "list": done["list"] }));
    let run = |month: &str| json!({ "id": "kör", "month": month });
    let first = desk.call("distribution.run", run("2026-10"));
    assert_eq!(desk.call("distribution.run", run("2026-10")), first);
    assert_eq!(desk.refused("distribution.run", run("2026-11")).code, "id-taken");

    let distribution = text(&first["distribution"]);
    let book = |id: &str, period: &str| json!({ "id": id, "distribution": distribution, "period": period });
    let order = desk.call("orders.create", book("MIGV2026-0002", "2026-10"));
    assert_eq!(desk.call("orders.create", book("MIGV2026-0002", "2026-10")), order);
    assert_eq!(desk.refused("orders.create", book("MIGV2026-0002", "2026-11")).code, "id-taken");
    // The number of an order is no id.
    let number = text(&order["number"]);
    assert_eq!(desk.refused("orders.create", book(&number, "2026-10")).code, "nothing-to-book");
}
