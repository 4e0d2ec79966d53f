//! Complete archives, by the reader of those that arrive.

use std::borrow::Cow;

use super::records::bad;
use super::unzip::Unzip;
use crate::answer::sniff::sniff;
use crate::{AnswerError, Archive, Payload, Unexpected, to_utf8};

impl<'a> Payload<'a> {
    /// The XML document, which may be the only file of a zip archive; anything else is not a response of the function. At
    /// most [`Archive::max_unpacked`] bytes are unpacked from an archive, whatever size it declares.
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
    let mut unzip = Unzip::start(archive.bytes()).ok_or_else(|| bad("it holds no file"))?;
    let mut unpacked = Vec::new();
    while let Some(piece) = unzip.next_piece()? {
        if unpacked.len() as u64 + piece.len() as u64 > limit {
            return Err(Unexpected::ZipTooLarge(limit));
        }
        unpacked.extend_from_slice(&piece);
    }
    unzip.finish()?;
    Ok(unpacked)
}

#[cfg(test)]
mod tests {
    use zip::CompressionMethod;

    use super::super::tests::{archive, options};
    use super::*;

    fn zip(files: &[&[u8]], method: CompressionMethod) -> Vec<u8> {
        archive(files, options(method))
    }

    fn deflated(content: &[u8]) -> Vec<u8> {
        zip(&[content], CompressionMethod::Deflated)
    }

    fn unzip(archive: &[u8]) -> Result<String, AnswerError> {
        let archive = Archive::new(archive).with_max_unpacked(1000);
        Payload::Zip(archive).into_unzipped_xml().map(Cow::into_owned)
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
        let plain = Payload::Xml("<page/>").into_unzipped_xml();
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
        assert_eq!(
            unexpected(&several),
            Unexpected::BadZip("it holds several files instead of one".to_owned())
        );
        let none = zip(&[], CompressionMethod::Stored);
        assert_eq!(unexpected(&none), Unexpected::BadZip("it holds no file".to_owned()));
        let whole = zip(&[b"<page/>"], CompressionMethod::Stored);
        assert!(matches!(unexpected(&whole[..whole.len() / 2]), Unexpected::BadZip(_)));
        let mut damaged = whole;
        let at = damaged.windows(7).position(|seven| seven == b"<page/>").unwrap();
        damaged[at + 1] = b'q';
        assert!(matches!(unexpected(&damaged), Unexpected::BadZip(_)), "the checksum is wrong");
    }
}
