namespace Participation.Server.Storage;

/// <summary>The journal's file cannot be used as it is; the message is for the person who started the program.</summary>
public sealed class StorageRefusedException(string message, Exception? inner = null) : Exception(message, inner);
