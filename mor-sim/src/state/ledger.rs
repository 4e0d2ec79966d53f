//! The ledger: every write the simulator executed, whatever response the client received.

use std::fmt;

use rust_decimal::Decimal;

/// A write that was executed; see [`Simulator::ledger`](crate::Simulator::ledger).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// Place in the ledger, counted from 1.
    pub number: u64,
    /// [`number`](crate::Request::number) of the request that asked for it.
    pub request: u64,
    /// Current name of the function.
    pub function: String,
    /// The parameters as the function saw them. Hash, passwords, PINs and whatever holds a key or password of an
    /// account are replaced by `[hidden]`.
    pub parameters: Vec<(String, String)>,
    /// What it changed.
    pub change: Change,
    /// Whether the response was sent.
    pub reply: Reply,
}

impl LedgerEntry {
    /// The value of a parameter.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What a write changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// A payment was booked, and the balance of the user moved by its amount.
    Payment {
        /// ID of the payment.
        id: u64,
        /// The user who paid.
        user_id: u64,
        /// The amount; the simulator knows no taxes and no exchange rates.
        amount: Decimal,
    },
    /// The balance of a user was moved by an amount.
    Balance {
        /// The user.
        user_id: u64,
        /// What was added.
        amount: Decimal,
    },
    /// A short message was sent.
    Sms {
        /// ID of the message.
        id: u64,
    },
    /// A campaign was started or stopped, or got numbers.
    Campaign {
        /// ID of the campaign.
        id: u64,
    },
    /// A user was created or deleted.
    User {
        /// ID of the user.
        id: u64,
    },
    /// A device was created or deleted.
    Device {
        /// ID of the device.
        id: u64,
    },
    /// A DID was created, assigned to a device or taken away from one.
    Did {
        /// ID of the DID.
        id: u64,
    },
    /// The function has no state in the simulator: it answered with a success.
    Sample,
}

/// What became of the response to an executed write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reply {
    /// It is delayed, or being sent.
    Pending,
    /// All of it was handed to the network. Whether the client received it is not known.
    Answered,
    /// The client received nothing, a part of it, or another response; or it hung up before the response was sent.
    Lost,
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Pending => "pending",
            Self::Answered => "answered",
            Self::Lost => "lost",
        })
    }
}

/// All entries, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Ledger(Vec<LedgerEntry>);

impl Ledger {
    /// Enters a write and returns its number.
    pub(crate) fn enter(
        &mut self,
        request: u64,
        function: &str,
        parameters: Vec<(String, String)>,
        change: Change,
    ) -> u64 {
        let number = self.0.len() as u64 + 1;
        let function = function.to_owned();
        self.0.push(LedgerEntry { number, request, function, parameters, change, reply: Reply::Pending });
        number
    }

    pub(crate) fn settle(&mut self, number: u64, reply: Reply) {
        if let Some(entry) = self.0.iter_mut().rev().find(|entry| entry.number == number) {
            entry.reply = reply;
        }
    }

    pub(crate) fn entries(&self) -> &[LedgerEntry] {
        &self.0
    }
}
