//! Reads a refusal while the response around it is decoded.

use super::{DEEPEST, Refusal, is_refusal};
use crate::DecodeError;
use crate::xml::decoder::{Decoder, Tag, Token};
use crate::xml::text::is_blank;

/// Reads an `<error>` element: every text inside it is a message. Of one that is not complete nothing is kept.
pub(crate) fn read(decoder: &mut Decoder<'_>, tag: &Tag<'_>) -> Result<(), DecodeError> {
    let path = if decoder.refusal.is_some() { String::new() } else { decoder.path_to("") };
    let messages = messages(decoder, tag)?;
    decoder.refusal.get_or_insert_with(|| Refusal { path, messages: Vec::new() }).extend(&messages);
    Ok(())
}

fn messages(decoder: &mut Decoder<'_>, tag: &Tag<'_>) -> Result<Refusal, DecodeError> {
    let outside = decoder.depth() - 1;
    if tag.closed {
        decoder.leave();
    }
    let mut messages = Refusal::default();
    let mut text = String::new();
    while decoder.depth() > outside {
        match decoder.next()? {
            Token::Text(piece) => {
                text.push_str(&piece);
                continue;
            }
            Token::Start(inner) if inner.closed => decoder.leave(),
            Token::Start(_) | Token::End | Token::OuterEnd(_) => {}
            Token::Eof => return Err(decoder.truncated()),
        }
        if !is_blank(&text) {
            messages.add(&text);
        }
        text.clear();
    }
    Ok(messages)
}

/// Reads to the end of an element that no field wants. A refusal may still be in it: `<status>` is rarely
/// declared, and `page/status/error` is the commonest refusal.
pub(crate) fn skip<'a>(decoder: &mut Decoder<'a>, tag: &Tag<'a>) -> Result<(), DecodeError> {
    if tag.closed || decoder.depth_in_answer() >= DEEPEST {
        return decoder.skip(tag);
    }
    let outside = decoder.depth() - 1;
    while decoder.depth() > outside {
        match decoder.next()? {
            Token::Start(child) if is_refusal(child.name(), decoder.depth_in_answer()) => {
                read(decoder, &child)?;
            }
            Token::Start(child) => skip(decoder, &child)?,
            Token::Eof => return Err(decoder.truncated()),
            Token::Text(_) | Token::End | Token::OuterEnd(_) => {}
        }
    }
    Ok(())
}
