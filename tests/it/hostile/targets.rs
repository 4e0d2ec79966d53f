//! The checks that the fuzzers make, on inputs that are kept: every crash stays a test.

#[path = "../../../fuzz/checks/classifier.rs"]
mod classifier;
#[path = "../../../fuzz/checks/decoder.rs"]
mod decoder;
#[path = "../../../fuzz/checks/form.rs"]
mod form;
#[path = "../../../fuzz/checks/poll_text.rs"]
mod poll_text;
#[path = "../../../fuzz/checks/rows.rs"]
mod rows;
#[path = "../../../fuzz/checks/zip.rs"]
mod zip;

/// Panics at an input that shows a mistake.
type Check = fn(&[u8]);

pub const TARGETS: [(&str, Check); 6] = [
    ("classifier", classifier::check),
    ("decoder", decoder::check),
    ("form", form::check),
    ("poll_text", poll_text::check),
    ("rows", rows::check),
    ("zip", zip::check),
];

/// `fuzz/crashes/TARGET` holds what a fuzzer found once.
#[test]
fn what_the_fuzzers_found_is_found_no_more() {
    let crashes = concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/crashes");
    let known = TARGETS.map(|(target, _)| target);
    for folder in std::fs::read_dir(crashes).unwrap() {
        let folder = folder.unwrap();
        let target = folder.file_name().into_string().unwrap();
        assert!(known.contains(&target.as_str()), "{target} is no target");
        for crash in std::fs::read_dir(folder.path()).unwrap() {
            let path = crash.unwrap().path();
            println!("{}", path.display());
            let (_, check) = TARGETS.iter().find(|(known, _)| *known == target).unwrap();
            check(&std::fs::read(path).unwrap());
        }
    }
}
