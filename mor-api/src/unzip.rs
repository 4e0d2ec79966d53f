//! Answers that come packed: a zip archive that holds one XML document.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::charset::to_utf8;
use crate::classify::sniff;
use crate::{AnswerError, Archive, Body, Unexpected};

/// How much memory is taken on the word of the archive alone.
const TRUSTED: u64 = 1 << 20;

impl<'a> Body<'a> {
    /// The text of an XML document, which may be the only file of a zip archive; anything else is not what the
    /// function answers. Of an archive at most [`Archive::max_unpacked`] bytes are unpacked, whatever it says of
    /// itself.
    pub fn into_unzipped_xml(self) -> Result<Cow<'a, str>, AnswerError> {
        let Self::Zip(archive) = self else { return self.into_xml().map(Cow::Borrowed) };
        let unpacked = unpack(archive)?;
        let text = to_utf8(&unpacked);
        let xml = sniff(&text)?.into_xml()?;
        Ok(Cow::Owned(xml.to_owned()))
    }
}

fn unpack(archive: Archive<'_>) -> Result<Vec<u8>, Unexpected> {
    let limit = archive.max_unpacked();
    let bad = |why: &dyn core::fmt::Display| Unexpected::BadZip(why.to_string());
    let mut archive = ZipArchive::new(Cursor::new(archive.bytes())).map_err(|error| bad(&error))?;
    if archive.len() != 1 {
        return Err(bad(&format_args!("it holds {} files instead of one", archive.len())));
    }
    let file = archive.by_index(0).map_err(|error| bad(&error))?;
    let announced = file.size();
    if announced > limit {
        return Err(Unexpected::ZipTooLarge(limit));
    }
    let mut unpacked = Vec::with_capacity(usize::try_from(announced.min(TRUSTED)).unwrap_or(0));
    file.take(limit.saturating_add(1)).read_to_end(&mut unpacked).map_err(|error| bad(&error))?;
    if unpacked.len() as u64 > limit {
        return Err(Unexpected::ZipTooLarge(limit));
    }
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::CompressionMethod;
    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn zip(files: &[&[u8]], method: CompressionMethod) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (index, content) in files.iter().enumerate() {
            let options = SimpleFileOptions::default().compression_method(method);
            writer.start_file(format!("get_tariff_{index}.xml"), options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn deflated(content: &[u8]) -> Vec<u8> {
        zip(&[content], CompressionMethod::Deflated)
    }

    fn unzip(archive: &[u8]) -> Result<String, AnswerError> {
        let archive = Archive::new(archive).with_max_unpacked(1000);
        Body::Zip(archive).into_unzipped_xml().map(Cow::into_owned)
    }

    fn unexpected(archive: &[u8]) -> Unexpected {
        match unzip(archive) {
            Err(AnswerError::Unexpected(unexpected)) => unexpected,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_document_comes_out_as_it_went_in() {
        let xml = format!("<page>{}</page>", "ä".repeat(300));
        assert_eq!(unzip(&deflated(xml.as_bytes())).as_deref(), Ok(xml.as_str()));
        assert_eq!(unzip(&zip(&[xml.as_bytes()], CompressionMethod::Stored)).as_deref(), Ok(xml.as_str()));
        assert_eq!(unzip(&deflated("\u{feff}<page/>".as_bytes())).as_deref(), Ok("<page/>"));
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xfc</a>";
        assert!(unzip(&deflated(latin)).unwrap().ends_with("<a>ü</a>"));
        let plain = Body::Xml("<page/>").into_unzipped_xml();
        assert!(matches!(plain, Ok(Cow::Borrowed("<page/>"))), "what is not packed is not limited");
    }

    #[test]
    fn what_is_in_it_may_be_something_else() {
        assert_eq!(unexpected(&deflated(b"")), Unexpected::Empty);
        assert_eq!(unexpected(&deflated(b"no tariff")), Unexpected::Text("no tariff".to_owned()));
        assert_eq!(unexpected(&deflated(&deflated(b"<page/>"))), Unexpected::Zip);
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let bomb = deflated(&vec![b' '; 10 << 20]);
        assert!(bomb.len() < 20_000, "{}", bomb.len());
        assert_eq!(unexpected(&bomb), Unexpected::ZipTooLarge(1000));

        // One that understates its size, in the local header and in the central directory.
        let size = (10_u32 << 20).to_le_bytes();
        let mut liar = bomb;
        let places: Vec<usize> =
            liar.windows(4).enumerate().filter(|(_, four)| *four == size).map(|(at, _)| at).collect();
        assert!(!places.is_empty());
        for place in places {
            liar[place..place + 4].copy_from_slice(&7_u32.to_le_bytes());
        }
        assert!(unzip(&liar).is_err());
    }

    #[test]
    fn an_archive_holds_one_whole_file() {
        let several = zip(&[b"<a/>", b"<b/>"], CompressionMethod::Deflated);
        assert_eq!(unexpected(&several), Unexpected::BadZip("it holds 2 files instead of one".to_owned()));
        assert!(matches!(unexpected(&zip(&[], CompressionMethod::Stored)), Unexpected::BadZip(_)));
        let whole = zip(&[b"<page/>"], CompressionMethod::Stored);
        assert!(matches!(unexpected(&whole[..whole.len() / 2]), Unexpected::BadZip(_)));
        let mut damaged = whole;
        let at = damaged.windows(7).position(|seven| seven == b"<page/>").unwrap();
        damaged[at + 1] = b'q';
        assert!(matches!(unexpected(&damaged), Unexpected::BadZip(_)), "the checksum is wrong");
    }
}
