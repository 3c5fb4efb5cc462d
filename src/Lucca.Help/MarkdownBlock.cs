namespace Lucca.Help;

/// <summary>What a part of a page is.</summary>
internal enum BlockKind
{
    /// <summary>Running text, a list or a table.</summary>
    Text,

    /// <summary>A fenced block.</summary>
    Fence,

    /// <summary>A heading.</summary>
    Heading,
}

/// <summary>A part of a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, lines separated by a line feed; without fences and number signs.</param>
/// <param name="Info">The word after an opening fence, such as <c>yaml</c>; empty elsewhere.</param>
/// <param name="Level">A heading's level; 0 elsewhere.</param>
internal sealed record MarkdownBlock(BlockKind Kind, string Text, string Info = "", int Level = 0);
