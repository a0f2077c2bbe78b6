//! What lies beside an installer: a bill of materials (CycloneDX), and a checksum in the form that
//! `sha256sum -c` reads.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::licences::{bill_of_materials, parts};
use crate::{Outcome, root};

/// Writes both beside every file of `folder` with that ending, and says how large each is.
pub(super) fn write_for(folder: &Path, ending: &str) -> Outcome {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let bill = bill_of_materials(&version()?, &parts()?);
    let bill = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
    let mut made = 0;
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_none_or(|found| found != ending) {
            continue;
        }
        let data = fs::read(&path).map_err(fault)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fs::write(folder.join(format!("{name}.cdx.json")), &bill).map_err(fault)?;
        fs::write(folder.join(format!("{name}.sha256")), checksum(&data, &name)).map_err(fault)?;
        println!("{} ({} kB)", path.display(), data.len() / 1000);
        made += 1;
    }
    if made > 0 { Ok(()) } else { Err(format!("no .{ending} in {}", folder.display())) }
}

/// The line that `sha256sum -c` reads.
fn checksum(data: &[u8], name: &str) -> String {
    let digest: String = Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digest}  {name}\n")
}

/// The version that every package of the workspace has.
pub(super) fn version() -> Outcome<String> {
    let file = root::root().join("Cargo.toml");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let line = text.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| "Cargo.toml: no version".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installer_gets_its_checksum_and_its_parts() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_for(folder.path(), "deb").is_err());
        fs::write(folder.path().join("a_1.deb"), "abc").unwrap();
        write_for(folder.path(), "deb").unwrap();
        let sum = fs::read_to_string(folder.path().join("a_1.deb.sha256")).unwrap();
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sum, format!("{abc}  a_1.deb\n"));
        let bill = fs::read_to_string(folder.path().join("a_1.deb.cdx.json")).unwrap();
        assert!(bill.contains("\"CycloneDX\"") && bill.contains("pkg:cargo/rusqlite@"));
    }
}
