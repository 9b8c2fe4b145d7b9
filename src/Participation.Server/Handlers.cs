using System.Runtime.CompilerServices;
using MediatR;
using Participation.Sessions;

namespace Participation.Server;

internal static class Handlers
{
    /// <summary>Registers the mediator, the one behaviour and every handler of the model. A command without a policy, or with words that nobody could look at, stops the start.</summary>
    public static void AddHandlers(this IServiceCollection services)
    {
        _ = CommandNames.All;
        RuntimeHelpers.RunClassConstructor(typeof(Written).TypeHandle);
        services.AddSingleton<IMediator>(provider => new Mediator(provider.GetService!));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(Authorisation<,>));
        foreach (var type in typeof(Desk<SessionState>).Assembly.GetTypes())
            foreach (var handled in type.GetInterfaces().Where(face =>
                face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
                services.AddSingleton(handled, type);
    }
}

/// <summary>Nobody sends a command that is not theirs to send: what is not allowed is refused before any handler sees it.</summary>
internal sealed class Authorisation<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is Command command && CommandNames.May(command.From, command.GetType())
            ? next()
            : Task.FromResult((TResponse)(object)new Receipt(0, new Refusal("command.not-allowed")));
}
