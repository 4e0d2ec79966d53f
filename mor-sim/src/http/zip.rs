//! A ZIP archive with one stored file, as `tariff_rates_get` sends it.

use std::time::{SystemTime, UNIX_EPOCH};

use super::answer::Answer;

/// The document in an archive named after the time, as the server does it.
pub(crate) fn tariff(xml: &[u8]) -> Answer {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let name = format!("get_tariff_{now}.xml");
    Answer::xml(archive(&name, xml))
        .with_content_type("application/zip")
        .with_header("Content-Disposition", &format!("attachment; filename=\"/tmp/{name}.zip\""))
}

/// Local header, content, central directory, end record. The sizes of an API answer fit into 32 bits.
fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    let entry = entry(name, content);
    let mut zip = Vec::with_capacity(content.len() + 256);
    zip.extend(b"PK\x03\x04");
    zip.extend(&entry);
    zip.extend(name.bytes());
    zip.extend(content);

    let directory = zip.len();
    zip.extend(b"PK\x01\x02");
    zip.extend(20_u16.to_le_bytes()); // made by version 2.0
    zip.extend(&entry);
    zip.extend([0; 14]); // no comment, first disk, no attributes, local header at offset 0
    zip.extend(name.bytes());

    let size = zip.len() - directory;
    zip.extend(b"PK\x05\x06");
    zip.extend([0, 0, 0, 0, 1, 0, 1, 0]); // one disk, one entry on it, one in all
    zip.extend(long(size));
    zip.extend(long(directory));
    zip.extend([0; 2]); // no comment
    zip
}

/// The fields that the local header and the central directory have in common.
fn entry(name: &str, content: &[u8]) -> Vec<u8> {
    let mut entry = Vec::with_capacity(26);
    entry.extend(20_u16.to_le_bytes()); // needs version 2.0
    entry.extend([0; 4]); // no flags, stored
    entry.extend([0, 0, 0x21, 0]); // midnight of 1 January 1980
    entry.extend(crc32(content).to_le_bytes());
    entry.extend(long(content.len()));
    entry.extend(long(content.len()));
    entry.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
    entry.extend([0; 2]); // no extra field
    entry
}

fn long(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

/// CRC-32 bit by bit: the answers are small, and a table would hide how short it is.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_of_the_standard_example_is_right() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn the_archive_is_laid_out_by_the_book() {
        let zip = archive("a.xml", b"<page/>");
        assert_eq!(&zip[..4], b"PK\x03\x04");
        assert_eq!(&zip[30..42], b"a.xml<page/>");
        assert_eq!(&zip[42..46], b"PK\x01\x02");
        assert_eq!(zip.len(), 42 + 46 + 5 + 22);
        assert_eq!(&zip[93 + 16..93 + 20], &42_u32.to_le_bytes(), "the end record points to the directory");
    }
}
