use std::io::{Cursor, Write};

use zip::CompressionMethod::{self, Deflated, Stored};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::unzip::Unzip;
use crate::Unexpected;

pub(super) fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method)
}

/// Lengths and checksum stand in the header.
pub(super) fn archive(files: &[&[u8]], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (index, content) in files.iter().enumerate() {
        writer.start_file(format!("get_tariff_{index}.xml"), options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// They follow the content, because the writer could not go back.
fn written_straight_on(content: &[u8], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new_stream(Vec::new());
    writer.start_file("get_tariff_1.xml", options).unwrap();
    writer.write_all(content).unwrap();
    let archive = writer.finish().unwrap().into_inner();
    assert_eq!(archive[6] & 8, 8, "it has a descriptor");
    archive
}

/// The content, when the archive arrives in chunks of this size.
fn unzip(archive: &[u8], chunk: usize) -> Result<Vec<u8>, Unexpected> {
    let (head, rest) = archive.split_at(4.max(chunk).min(archive.len()));
    let mut unzip = Unzip::start(head).expect("it starts like an archive");
    let mut content = Vec::new();
    for chunk in std::iter::once(&[][..]).chain(rest.chunks(chunk)) {
        unzip.feed(chunk);
        while let Some(piece) = unzip.next_piece()? {
            assert!(!piece.is_empty() && piece.len() <= 64 << 10, "{}", piece.len());
            content.extend_from_slice(&piece);
        }
    }
    unzip.finish().map(|()| content)
}

fn why(archive: &[u8]) -> String {
    match unzip(archive, 10) {
        Err(Unexpected::BadZip(why)) => why,
        other => panic!("{other:?}"),
    }
}

/// Every kind of archive with one file.
fn every_kind(content: &[u8]) -> Vec<Vec<u8>> {
    let mut archives = Vec::new();
    for long in [false, true] {
        for method in [Stored, Deflated] {
            archives.push(archive(&[content], options(method).large_file(long)));
        }
        archives.push(written_straight_on(content, options(Deflated).large_file(long)));
    }
    archives
}

fn find(bytes: &[u8], signature: &[u8]) -> usize {
    bytes.windows(4).position(|four| four == signature).unwrap()
}

#[test]
fn a_document_comes_out_as_it_went_in_however_it_arrives() {
    let rows = "<row><id>1</id></row>\n".repeat(9000);
    for content in ["", "<page/>", &rows] {
        for archive in every_kind(content.as_bytes()) {
            for chunk in [1, 7, 1000, 1 << 20] {
                let unpacked = unzip(&archive, chunk).unwrap();
                assert!(unpacked == content.as_bytes(), "{chunk}: {} bytes", unpacked.len());
            }
        }
    }
}

#[test]
fn an_archive_that_ends_too_early_is_an_error_wherever_it_ends() {
    for archive in every_kind(b"<page><row>1</row><row>1</row></page>") {
        for end in 4..archive.len() {
            let error = unzip(&archive[..end], 9).unwrap_err();
            assert_eq!(error, Unexpected::BadZip("it ends too early".to_owned()), "{end}");
        }
    }
}

#[test]
fn no_damage_gets_another_document_through() {
    let content = b"<page><row>1</row><row>1</row></page>";
    for archive in every_kind(content) {
        for place in 4..archive.len() {
            for bit in [0, 5] {
                let mut damaged = archive.clone();
                damaged[place] ^= 1 << bit;
                // A time or a name may be anything.
                if let Ok(unpacked) = unzip(&damaged, 16) {
                    assert_eq!(unpacked, content, "bit {bit} of byte {place}");
                }
            }
        }
    }
}

#[test]
fn checksums_and_lengths_are_compared_in_all_their_places() {
    let plain = archive(&[b"<page/>"], options(Deflated));
    let described = written_straight_on(b"<page/>", options(Deflated));
    let directory = |archive: &[u8]| find(archive, b"PK\x01\x02");
    let descriptor = find(&described, b"PK\x07\x08");
    for (archive, checksum, length) in [
        (&plain, 14, 22),
        (&plain, directory(&plain) + 16, directory(&plain) + 24),
        (&described, descriptor + 4, descriptor + 12),
        (&described, directory(&described) + 16, directory(&described) + 20),
    ] {
        let damaged = |place: usize| {
            let mut damaged = archive.clone();
            damaged[place] ^= 1;
            why(&damaged)
        };
        assert_eq!(damaged(checksum), "its file has another checksum than it says");
        assert_eq!(damaged(length), "its file has another length than it says");
    }
    let mut damaged = archive(&[b"<page/>"], options(Stored));
    let place = damaged.windows(7).position(|seven| seven == b"<page/>").unwrap();
    damaged[place + 1] = b'q';
    assert_eq!(why(&damaged), "its file has another checksum than it says");
}

#[test]
fn a_descriptor_may_come_without_its_signature() {
    let mut archive = written_straight_on(b"<page/>", options(Deflated));
    let descriptor = find(&archive, b"PK\x07\x08");
    archive.drain(descriptor..descriptor + 4);
    assert_eq!(unzip(&archive, 3).unwrap(), b"<page/>");
}

#[test]
fn an_archive_holds_one_file_that_can_be_unpacked() {
    let several = archive(&[b"<a/>", b"<b/>"], options(Deflated));
    assert_eq!(why(&several), "it holds several files instead of one");
    // The same in the directory alone.
    let one = archive(&[b"<page/>"], options(Stored));
    let (directory, end) = (find(&one, b"PK\x01\x02"), find(&one, b"PK\x05\x06"));
    let twice = [&one[..end], &one[directory..]].concat();
    assert_eq!(why(&twice), "it holds several files instead of one");

    let with = |place: usize, value: u8| {
        let mut changed = one.clone();
        changed[place] = value;
        why(&changed)
    };
    assert_eq!(with(6, 1), "its file is encrypted or a patch");
    assert_eq!(with(6, 8), "its file is stored without a length");
    assert_eq!(with(8, 12), "its file is packed by method 12");
    assert!(Unzip::start(&archive(&[], options(Stored))).is_none());
}

#[test]
fn a_bomb_comes_out_in_small_pieces() {
    let bomb = archive(&[&vec![b' '; 2 << 20]], options(Deflated));
    assert!(bomb.len() < 4000, "{}", bomb.len());
    // That no piece is large is checked where they come out.
    assert_eq!(unzip(&bomb, bomb.len()).unwrap().len(), 2 << 20);
}
