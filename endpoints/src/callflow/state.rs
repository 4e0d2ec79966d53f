//! What happens in one state of a call, as both functions answer it.

use mor_api::{FromXml, WireEnum};

use super::SettableState;

/// What a device does with calls in one state.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
pub struct Callflow {
    /// The state.
    pub state: CallState,
    /// Priority of the action.
    pub priority: u32,
    /// What is done; nothing special if there is none.
    pub action: Option<CallAction>,
    /// What it is done with: `SIP/2201` or `SIP/2201|45` for a device, a number outside, `FAX/` and an extension.
    pub data: Option<String>,
    /// Further data of newer servers; its meaning is not documented.
    pub data2: Option<String>,
    /// Further data of newer servers; its meaning is not documented.
    pub data3: Option<String>,
    /// Further data of newer servers; its meaning is not documented.
    pub data4: Option<String>,
    /// Further data of newer servers; its meaning is not documented.
    pub data5: Option<String>,
    /// The caller ID that forwarded calls show; only an update answers it.
    pub callerid_type: Option<ForwardCallerId>,
    /// The caller ID itself, unless it is unchanged; only an update answers it.
    pub callerid_data: Option<String>,
}

/// A state in the life of an incoming call.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum CallState {
    /// It has come in.
    #[mor(value = "Before call")]
    BeforeCall,
    /// The device is called.
    #[mor(value = "Call")]
    Call,
    /// The call was answered.
    #[mor(value = "Answered")]
    Answered,
    /// Nobody answered.
    #[mor(value = "No answer")]
    NoAnswer,
    /// The device is busy.
    #[mor(value = "Busy")]
    Busy,
    /// The call failed.
    #[mor(value = "Failed")]
    Failed,
    /// A word of another server.
    #[mor(other)]
    Other(String),
}

impl From<SettableState> for CallState {
    #[inline]
    fn from(state: SettableState) -> Self {
        match state {
            SettableState::BeforeCall => Self::BeforeCall,
            SettableState::NoAnswer => Self::NoAnswer,
            SettableState::Busy => Self::Busy,
            SettableState::Failed => Self::Failed,
        }
    }
}

/// What is done with a call.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum CallAction {
    /// Nothing special; only an update answers it.
    #[mor(value = "Empty")]
    Empty,
    /// The device is called.
    #[mor(value = "Dial")]
    Dial,
    /// It is hung up.
    #[mor(value = "Hangup")]
    Hangup,
    /// It is forwarded.
    #[mor(value = "Forward")]
    Forward,
    /// Voicemail takes it.
    #[mor(value = "Voicemail")]
    Voicemail,
    /// A FAX device takes it if it is a fax.
    #[mor(value = "Fax detect")]
    FaxDetect,
    /// A word of another server.
    #[mor(other)]
    Other(String),
}

/// The caller ID that forwarded calls show.
#[derive(Debug, Clone, PartialEq, Eq, Hash, WireEnum)]
pub enum ForwardCallerId {
    /// That of the device.
    #[mor(value = "From Device")]
    FromDevice,
    /// That of the call as it came in.
    #[mor(value = "Unchanged")]
    Unchanged,
    /// The number of a DID.
    #[mor(value = "DID")]
    Did,
    /// A text of its own.
    #[mor(value = "Custom")]
    Custom,
    /// A word of another server.
    #[mor(other)]
    Other(String),
}
