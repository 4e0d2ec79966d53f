//! The seeds of the fuzzers: the samples of the catalog as every target wants them. Here all pass the targets' checks;
//! with `MOR_FUZZ_SEEDS=FOLDER` they are written there.

use std::io::{Cursor, Write};

use mor_sim::catalog;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::hostile::targets::TARGETS;

/// A seed of a target: the target's name, the seed's, and its bytes.
type Seed = (&'static str, String, Vec<u8>);

#[test]
fn all_seeds_pass_the_checks_of_the_fuzzers() {
    let seeds = seeds();
    let folder = std::env::var_os("MOR_FUZZ_SEEDS").map(std::path::PathBuf::from);
    for (target, check) in TARGETS {
        let of_it: Vec<&Seed> = seeds.iter().filter(|(of, ..)| *of == target).collect();
        assert!(!of_it.is_empty(), "{target}");
        for (_, name, bytes) in of_it {
            check(bytes);
            if let Some(folder) = folder.as_ref().map(|folder| folder.join(target)) {
                std::fs::create_dir_all(&folder).unwrap();
                std::fs::write(folder.join(name), bytes).unwrap();
            }
        }
    }
    assert!(seeds.len() > 800, "only {} seeds", seeds.len());
}

fn seeds() -> Vec<Seed> {
    let mut seeds = Vec::new();
    for facts in catalog::functions() {
        let known = mor_endpoints::functions().iter().position(|known| known.spec().answers_to(&facts.name));
        let Some(place) = known.and_then(|place| u8::try_from(place).ok()) else { continue };
        for (index, sample) in facts.responses.iter().enumerate() {
            let xml = sample.xml.as_bytes();
            let mut add = |target, parts: &[&[u8]]| {
                seeds.push((target, format!("{}-{index}", facts.name), parts.concat()));
            };
            add("decoder", &[&[place], xml]);
            add("classifier", &[&[0, 100], xml]);
            add("rows", &[&[7, 30, 1, 200], xml]);
            if xml.len() > 1000 {
                add("zip", &[&zipped(xml)]);
            }
            if let Some((_, text)) = sample.xml.split_once("_string>") {
                add("poll_text", &[text.split('<').next().unwrap_or_default().as_bytes()]);
            }
        }
        for (index, vector) in facts.vectors.iter().enumerate() {
            let request = vector.request.as_deref().unwrap_or_default();
            let values = form_urlencoded::parse(request.as_bytes()).map(|(_, value)| value.into_owned());
            let values = values.collect::<Vec<_>>().join("\u{1f}");
            seeds.push((
                "form",
                format!("{}-{index}", facts.name),
                [&[place][..], values.as_bytes()].concat(),
            ));
        }
    }
    let list = "<?xml version=\"1.0\"?><page><users count=\"2\"><user id=\"1\"><name>A &amp; <![CDATA[B]]></name></user>\
        <!-- c --><user/></users></page>";
    seeds.push(("rows", "list".to_owned(), [&[7, 30, 1, 200], list.as_bytes()].concat()));
    seeds
}

/// The same content as gzip packs it, made from the archive: both hold the same deflated data, checksum and length.
pub fn gzipped(content: &[u8]) -> Vec<u8> {
    let archive = zipped(content);
    let number = |at: usize, length: usize| {
        archive[at..at + length].iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    };
    let data = 30 + number(26, 2) + number(28, 2);
    let deflated = &archive[data..data + number(18, 4)];
    [b"\x1f\x8b\x08\0\0\0\0\0\0\xff", deflated, &archive[14..18], &archive[22..26]].concat()
}

/// An archive with this one file.
pub fn zipped(content: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("answer.xml", SimpleFileOptions::default()).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap().into_inner()
}
