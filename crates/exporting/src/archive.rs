//! Several files in one ZIP. They lie in it uncompressed: documents are compressed themselves, and
//! every program opens such an archive. The same files give the same bytes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::{Cause, ExportFault};

/// A file to be put into an archive.
#[derive(Clone, Copy, Debug)]
pub struct Member<'m> {
    /// Its name, of its own in the archive.
    pub name: &'m str,
    /// Its bytes.
    pub data: &'m [u8],
}

/// What a member takes in the archive besides its bytes, at most: two headers with its name.
#[must_use]
pub fn overhead(name: &str) -> usize {
    2 * name.len() + 128
}

/// Writes an archive of these members, in their order.
///
/// # Errors
/// When two members have one name.
pub fn write(members: &[Member<'_>]) -> Result<Vec<u8>, ExportFault> {
    written(members).map_err(|reason| Cause::Writer { format: "zip", reason }.into())
}

fn written(members: &[Member<'_>]) -> Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The first day that the format knows: no clock is asked.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::DEFAULT);
    for member in members {
        archive.start_file(member.name, options).map_err(|error| error.to_string())?;
        archive.write_all(member.data).map_err(|error| error.to_string())?;
    }
    Ok(archive.finish().map_err(|error| error.to_string())?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_was_put_in_comes_out_and_the_same_files_give_the_same_bytes() {
        let members = [
            Member { name: "innehåll.txt", data: b"ett" },
            Member { name: "underlag-01.pdf", data: &[7; 5_000] },
        ];
        let bytes = write(&members).unwrap();
        assert_eq!(write(&members).unwrap(), bytes);
        let least: usize = members.iter().map(|member| member.data.len()).sum();
        let most: usize = members.iter().map(|member| overhead(member.name)).sum();
        assert!(bytes.len() <= least + most + 22, "{} of {least}", bytes.len());
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for member in members {
            let mut data = Vec::new();
            archive.by_name(member.name).unwrap().read_to_end(&mut data).unwrap();
            assert_eq!(data, member.data);
        }
    }

    #[test]
    fn two_members_of_one_name_are_refused() {
        let twice = Member { name: "a", data: b"a" };
        assert!(write(&[twice, twice]).is_err());
    }
}
