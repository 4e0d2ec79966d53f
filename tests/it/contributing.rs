//! What CONTRIBUTING.md shows is the code that is compiled.

use std::fs;
use std::path::Path;

#[test]
fn an_endpoint_of_ones_own_is_short_and_the_one_that_is_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let example = fs::read_to_string(root.join("examples/define_your_own_endpoint.rs")).unwrap();
    let contributing = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    assert!(contributing.contains(&format!("```rust\n{example}```\n")), "CONTRIBUTING.md shows another one");
    assert!(example.lines().count() < 40, "{} lines", example.lines().count());
}
