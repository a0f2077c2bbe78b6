//! Prints what the screen needs of the contract as TypeScript: `cargo run -p api --example contract
//! -- types`, `operations` or `lists`.

#[allow(clippy::print_stdout, reason = "printing is what this is for")]
fn main() {
    let part = std::env::args().nth(1);
    match part.as_deref() {
        Some("operations") => print!("{}", api::operations_typescript()),
        Some("lists") => print!("{}", api::lists_typescript()),
        _ => print!("{}", api::contract_typescript()),
    }
}
