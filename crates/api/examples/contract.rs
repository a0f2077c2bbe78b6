//! Prints the contract as TypeScript: `cargo run -p api --example contract`.

#[allow(clippy::print_stdout, reason = "printing is what this is for")]
fn main() {
    print!("{}", api::contract_typescript());
}
