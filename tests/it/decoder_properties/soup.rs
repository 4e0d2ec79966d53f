//! What servers might send when they are at their worst.

use mor_sim::catalog;
use proptest::prelude::*;

/// XML-ish tokens in any order.
pub(crate) fn tokens() -> impl Strategy<Value = String> {
    let token = prop::sample::select(vec![
        "<page>",
        "</page>",
        "<page",
        "<status>",
        "</status>",
        "<ivr_poll_results_string>",
        "</ivr_poll_results_string>",
        "<users>",
        "</users>",
        "<user id=\"1\">",
        "</user>",
        "<user/>",
        "<error>",
        "</error>",
        "<error/>",
        "<action>",
        "</action>",
        "<name>",
        "</name>",
        "<balance>",
        "</balance>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?xml version=\"1.0\"?>",
        "?>",
        "<!DOCTYPE page [",
        "]>",
        "&amp;",
        "&#65;",
        "&#xFFFFFF;",
        "&unknown;",
        "&",
        ";",
        "<",
        ">",
        "/>",
        "=",
        "\"",
        "'",
        " ",
        "\n",
        "\r\n",
        ",",
        "1111",
        "26.0 USD",
        "\u{feff}",
        "\0",
        "ü",
        "🎉",
        "failed",
        "<html>",
        "PK\u{3}\u{4}",
    ]);
    prop::collection::vec(token, 0..40).prop_map(|tokens| tokens.concat())
}

/// A sample with some bytes replaced, removed or doubled.
pub(crate) fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let damage = (any::<prop::sample::Index>(), any::<u8>(), 0_u8..4);
    (prop::sample::select(samples()), prop::collection::vec(damage, 0..6)).prop_map(|(sample, damages)| {
        let mut bytes = sample.as_bytes().to_vec();
        for (index, byte, how) in damages {
            let at = index.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
            match how {
                _ if bytes.is_empty() => bytes.push(byte),
                0 => bytes[at] = byte,
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b"<>&/\"'="[usize::from(byte) % 7]),
                _ => bytes.truncate(at),
            }
        }
        bytes
    })
}

/// Every sample answer of the catalog.
pub(crate) fn samples() -> Vec<&'static str> {
    let responses = catalog::functions().iter().flat_map(|function| &function.responses);
    responses.map(|response| response.xml.trim()).filter(|xml| xml.starts_with('<')).collect()
}
