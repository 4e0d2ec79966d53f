//! Writes the list of catalog files into the crate, so that a file added to `catalog/` cannot be forgotten.

use std::{env, fmt::Write as _, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=catalog");

    let mut names = Vec::new();
    for entry in fs::read_dir(root.join("catalog"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") && !path.ends_with("COMMON.toml") {
            names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();

    let mut list = String::from("[\n");
    for name in names {
        let _ = writeln!(
            list,
            "({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/catalog/{name}\"))),"
        );
    }
    list.push_str("]\n");
    fs::write(out.join("catalog_files.rs"), list)
}
