//! Records without elements of their own.

use super::decoder::Token;
use super::element::Element;
use super::error::DecodeError;
use super::from_xml::FromXml;

impl Element<'_, '_> {
    /// Reads records that stand one after the other in this element without elements of their own: a new
    /// one starts wherever the element `leader` stands again.
    pub fn flat_records<T: FromXml>(&mut self, leader: &str) -> Result<Vec<T>, DecodeError> {
        let mut records = Vec::new();
        if self.tag.closed {
            self.decoder.leave();
            return Ok(records);
        }
        let inside = self.decoder.depth();
        while self.decoder.depth() == inside {
            match self.decoder.next()? {
                Token::Start(first) => {
                    self.decoder.push_back(first);
                    let decoder = &mut *self.decoder;
                    let (tag, leader) = (self.tag, Some(leader));
                    let mut record = Element { decoder, tag, leader, trims: self.trims };
                    records.push(T::from_xml(&mut record)?);
                    self.decoder.charge(size_of::<T>())?;
                }
                Token::Text(_) | Token::End | Token::OuterEnd(_) => {}
                Token::Eof => return Err(self.decoder.truncated()),
            }
        }
        Ok(records)
    }
}
