use importing::*;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::time::Instant;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let mut f = std::fs::File::open(&path).unwrap();
    let limits = Limits::default();
    let profiles = built_in().unwrap();
    for _ in 0..3 {
        let t = Instant::now();
        let i = inspect(&mut f, &limits, &mut |_| {}).unwrap();
        let a = t.elapsed();
        let m = recognise(&mut f, &i, &profiles, &limits).unwrap().only(&profiles).unwrap();
        let b = t.elapsed();
        let mut sum = 0;
        let mut faults = 0;
        let s = read_payments(
            &mut f,
            &i,
            &profiles[m.profile],
            Given { payment_date: None, reference: "2026-11-02".parse().unwrap() },
            &limits,
            &mut |r| {
                sum += r.row.amount.map_or(0, |a| a.0);
                faults += r.faults.len();
                ControlFlow::Continue(())
            },
        )
        .unwrap();
        println!(
            "{} rows, inspect {:?}, recognise {:?}, total {:?}, sum {sum}, faults {faults}",
            s.rows,
            a,
            b - a,
            t.elapsed()
        );
    }
    let _ = Cursor::new(());
}
