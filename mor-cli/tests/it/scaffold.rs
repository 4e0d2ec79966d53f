//! `mor scaffold`. What it writes is compiled in the tests of mor-scaffold; here it is the same, byte for byte.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // in helpers of the tests

use std::path::PathBuf;

use crate::support::{bare, file, mor, run};
use tempfile::TempDir;

fn page(name: &str) -> String {
    let pages = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../mor-scaffold/tests/pages");
    pages.join(format!("{name}.txt")).to_str().unwrap().to_owned()
}

#[test]
fn the_code_goes_to_standard_output_and_doubts_to_standard_error() {
    let scaffold = mor(&["scaffold", &page("note_delete")]);
    assert!(scaffold.err.contains("warning: "), "{}", scaffold.err);
    let code = scaffold.ok();
    assert!(code.contains("function = \"note_delete\""), "{code}");
    assert_eq!(
        mor_scaffold::scaffold(&std::fs::read_to_string(page("note_delete")).unwrap()).unwrap().code,
        code
    );
}

#[test]
fn standard_input_is_a_page_as_well() {
    let text = std::fs::read_to_string(page("voucher_sell")).unwrap();
    let code = run(bare().write_stdin(text), &["scaffold", "-"]).ok();
    assert!(code.contains("function = \"voucher_sell\""), "{code}");
}

#[test]
fn a_file_is_written_and_not_replaced_unasked() {
    let directory = TempDir::new().unwrap();
    let out = directory.path().join("src/note");
    let arguments = ["scaffold", &page("note_delete"), "--out", out.to_str().unwrap()];
    let first = mor(&arguments);
    assert!(first.err.contains("note_delete.rs declares NoteDelete"), "{}", first.err);
    assert_eq!(first.ok(), "");
    let file = out.join("note_delete.rs");
    std::fs::write(&file, "mended").unwrap();
    mor(&arguments).fails(2, &["--out", "note_delete.rs is there already", "--force"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mended");
    mor(&[&arguments[..], &["--force", "--quiet"]].concat()).ok();
    assert!(std::fs::read_to_string(&file).unwrap().contains("NoteDelete"));
}

#[test]
fn json_has_the_code_and_the_warnings() {
    let json = mor(&["scaffold", &page("user_notes_get"), "--format", "json"]).json();
    assert_eq!(json["function"], "user_notes_get");
    assert_eq!(json["type"], "UserNotesGet");
    assert_eq!(json["file_name"], "user_notes_get.rs");
    assert!(json["file"].is_null() && json["warnings"].is_array());
    assert!(json["code"].as_str().unwrap().contains("pub struct UserNotesGet"));
}

#[test]
fn another_crate_names_its_dependency() {
    let code = mor(&["scaffold", &page("user_notes_get"), "--endpoints", "mor_endpoints"]).ok();
    assert!(!code.contains("crate::scaffold::"), "{code}");
}

#[test]
fn a_missing_section_is_shown() {
    let directory = TempDir::new().unwrap();
    let page = file(&directory, "page.txt", "Description\nDoes something.\n", 0o600);
    let failed = mor(&["scaffold", page.to_str().unwrap()]).fails(
        2,
        &[
            "page.txt: the page has no section \"Usage\"",
            "\n  Usage\n  - From MOR X16: /api/user_notes_get\n",
        ],
    );
    assert_eq!(failed.out, "");
    let returns = "Usage\n/api/x_get\nParameters included into hash\nid - the ID\n";
    run(bare().write_stdin(returns), &["scaffold", "-"])
        .fails(2, &["standard input", "\"Returns\"", "<page>"]);
}

#[test]
fn wrong_input() {
    mor(&["scaffold"]).fails(2, &["PAGE.txt"]);
    mor(&["scaffold", "/nonexistent.txt"]).fails(2, &["cannot read /nonexistent.txt"]);
    run(bare().write_stdin(b"Usage \xff".as_slice()), &["scaffold", "-"]).fails(2, &["UTF-8", "byte 6"]);
    run(bare().write_stdin(""), &["scaffold", "-"]).fails(2, &["Usage"]);
    let page = page("note_delete");
    mor(&["scaffold", &page, "--group", "a\"b"]).fails(2, &["--group", "lower-case"]);
    mor(&["scaffold", &page, "--endpoints", "a b"]).fails(2, &["--endpoints"]);
    mor(&["scaffold", &page, "--force"]).fails(2, &["--out"]);
    mor(&["scaffold", &page, "--format", "csv"]).fails(2, &["--format", "table, json"]);
    mor(&["scaffold", &page, "--out", "a", "--output", "b"]).fails(2, &["--out", "--output"]);
    mor(&["scaffold", &page, "--out", "/dev/null/x"]).fails(2, &["--out", "/dev/null/x"]);
}
